import { applyToPoint, applyToVector, type Box, localToParent, type Point, rotationAbout } from "./geometry";

/** The eight handles of a box by compass; `n` is the top of the box before it is turned. */
export type Handle = "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";

export type ResizeOptions = {
  /** Keeps the ratio of the sides; on a side handle the other side follows about its middle. */
  keepAspect?: boolean;
  /** The centre stays instead of the opposite handle. */
  fromCentre?: boolean;
  /** Shortest side, px. */
  minSide?: number;
};

/** Which way a handle pulls each side: -1 the left or top, 1 the right or bottom, 0 not at all. */
export function handleDirection(handle: Handle): Point {
  return {
    x: handle.includes("w") ? -1 : handle.includes("e") ? 1 : 0,
    y: handle.includes("n") ? -1 : handle.includes("s") ? 1 : 0,
  };
}

/**
 * The box after one of its handles has moved by `delta`, px in the parent's coordinates. The sides change in the
 * box's own turned frame; the opposite handle (or the centre) stays where it is in the parent. A side never turns
 * inside out: it stops at `minSide`.
 */
export function resizeBox<B extends Box>(
  box: B,
  handle: Handle,
  delta: Point,
  { keepAspect = false, fromCentre = false, minSide = 1 }: ResizeOptions = {},
): B {
  const direction = handleDirection(handle);
  const local = applyToVector(rotationAbout({ x: 0, y: 0 }, -box.rotation), delta);
  const reach = fromCentre ? 2 : 1;
  let width = box.width + direction.x * local.x * reach;
  let height = box.height + direction.y * local.y * reach;
  if (keepAspect) {
    const scale = evenScale(width / box.width, height / box.height, direction);
    const least = Math.max(minSide / box.width, minSide / box.height);
    width = box.width * Math.max(least, scale);
    height = box.height * Math.max(least, scale);
  }
  width = Math.max(minSide, width);
  height = Math.max(minSide, height);

  // What stays, as shares of the box: the opposite handle, or the middle of a side that is not pulled.
  const anchor = fromCentre ? { x: 0.5, y: 0.5 } : { x: (1 - direction.x) / 2, y: (1 - direction.y) / 2 };
  const fixed = applyToPoint(localToParent(box), { x: anchor.x * box.width, y: anchor.y * box.height });
  const toCentre = applyToVector(rotationAbout({ x: 0, y: 0 }, box.rotation), {
    x: (0.5 - anchor.x) * width,
    y: (0.5 - anchor.y) * height,
  });
  return {
    ...box,
    x: fixed.x + toCentre.x - width / 2,
    y: fixed.y + toCentre.y - height / 2,
    width,
    height,
  };
}

/** A corner follows the side that was pulled further from where it was; a side handle has only one to follow. */
function evenScale(horizontal: number, vertical: number, direction: Point): number {
  if (direction.x === 0) return vertical;
  if (direction.y === 0) return horizontal;
  return Math.abs(horizontal - 1) >= Math.abs(vertical - 1) ? horizontal : vertical;
}
