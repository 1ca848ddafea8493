import { toScreen, type View } from "@/lib/editor/view";
import { type Box, cornersOf, localToParent, type Point } from "@/lib/template/geometry";
import { type Handle, handleDirection } from "@/lib/template/resize-box";

/** What can be taken hold of on the frame around the selection. */
export type Grip = { kind: "resize"; handle: Handle } | { kind: "rotate" };

export type PlacedHandle = { handle: Handle; at: Point };

/** Side of a drawn handle, screen px. */
export const HANDLE_SIZE = 8;
/** Distance of the rotate handle from the frame, screen px. */
export const ROTATE_DISTANCE = 22;

/** How near the pointer has to come, screen px. */
const REACH = 7;
/** Side of a handle drawn for a finger, screen px: it is taken hold of in a wider ring still. */
export const TOUCH_HANDLE_SIZE = 14;
/** How near a finger has to come, screen px. */
const TOUCH_REACH = 22;
/** Ring around a corner in which the pointer turns the frame, screen px. */
const CORNER_RING = 20;
/** A side shorter than this on the screen has no handle in its middle, px. */
const SHORT_SIDE = 26;

const CORNERS: readonly Handle[] = ["nw", "ne", "se", "sw"];
const SIDES: readonly Handle[] = ["n", "e", "s", "w"];

/** Corners of a frame on the screen, px: top left, top right, bottom right, bottom left of the unturned box. */
export function frameCorners(frame: Box, view: View): [Point, Point, Point, Point] {
  const [a, b, c, d] = cornersOf(frame, localToParent(frame));
  return [toScreen(view, a), toScreen(view, b), toScreen(view, c), toScreen(view, d)];
}

/** Handles of a frame on the screen, px. Sides that are too short leave theirs out; corners are always there. */
export function placeHandles(frame: Box, view: View): PlacedHandle[] {
  const [topLeft, topRight, , bottomLeft] = frameCorners(frame, view);
  const at = (handle: Handle): PlacedHandle => {
    const { x, y } = handleDirection(handle);
    const across = (x + 1) / 2;
    const down = (y + 1) / 2;
    return {
      handle,
      at: {
        x: topLeft.x + (topRight.x - topLeft.x) * across + (bottomLeft.x - topLeft.x) * down,
        y: topLeft.y + (topRight.y - topLeft.y) * across + (bottomLeft.y - topLeft.y) * down,
      },
    };
  };
  const long = { x: frame.width * view.zoom >= SHORT_SIDE, y: frame.height * view.zoom >= SHORT_SIDE };
  const sides = SIDES.filter((handle) => (handleDirection(handle).x === 0 ? long.x : long.y));
  return [...CORNERS, ...sides].map(at);
}

/** Where the rotate handle stands on the screen: above the middle of the top side, in the frame's own direction. */
export function rotateHandle(frame: Box, view: View): { from: Point; at: Point } {
  const [topLeft, topRight] = frameCorners(frame, view);
  const from = { x: (topLeft.x + topRight.x) / 2, y: (topLeft.y + topRight.y) / 2 };
  const radians = (frame.rotation * Math.PI) / 180;
  return {
    from,
    at: { x: from.x + Math.sin(radians) * ROTATE_DISTANCE, y: from.y - Math.cos(radians) * ROTATE_DISTANCE },
  };
}

/** What the pointer takes hold of, screen px; null for nothing. Handles lie above the ring that turns. */
export function gripAt(frame: Box, view: View, pointer: Point, touch = false): Grip | null {
  const reach = touch ? touchReach(frame, view, pointer) : REACH;
  const handles = placeHandles(frame, view);
  const near = handles
    .map(({ handle, at }) => ({ handle, distance: distance(at, pointer) }))
    .filter((each) => each.distance <= reach)
    .sort((a, b) => a.distance - b.distance)[0];
  if (near) return { kind: "resize", handle: near.handle };
  if (distance(rotateHandle(frame, view).at, pointer) <= reach + 2) return { kind: "rotate" };
  if (touch) return null;
  const corner = handles.some(
    ({ handle, at }) => CORNERS.includes(handle) && distance(at, pointer) <= CORNER_RING,
  );
  return corner && !isInside(frame, view, pointer) ? { kind: "rotate" } : null;
}

/** Inside a small frame a finger reaches less far, so that there is a middle left to move it by. Screen px. */
function touchReach(frame: Box, view: View, pointer: Point): number {
  if (!isInside(frame, view, pointer)) return TOUCH_REACH;
  return Math.min(TOUCH_REACH, (Math.min(frame.width, frame.height) * view.zoom) / 4);
}

/** CSS cursor that shows which way a grip moves, the frame's turn considered. */
export function cursorFor(grip: Grip, rotation: number): string {
  if (grip.kind === "rotate") return ROTATE_CURSOR;
  const { x, y } = handleDirection(grip.handle);
  const degrees = (Math.atan2(y, x) * 180) / Math.PI + rotation;
  const eighth = ((Math.round(degrees / 45) % 4) + 4) % 4;
  return ["ew-resize", "nwse-resize", "ns-resize", "nesw-resize"][eighth] ?? "default";
}

const ROTATE_CURSOR = `url("data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="22" height="22" viewBox="0 0 24 24" fill="none" stroke-linecap="round" stroke-linejoin="round"><g stroke="#fff" stroke-width="4.5"><path d="M21 12a9 9 0 1 1-9-9c2.5 0 4.9 1 6.7 2.7L21 8"/><path d="M21 3v5h-5"/></g><g stroke="#18181d" stroke-width="2"><path d="M21 12a9 9 0 1 1-9-9c2.5 0 4.9 1 6.7 2.7L21 8"/><path d="M21 3v5h-5"/></g></svg>`,
)}") 11 11, crosshair`;

function isInside(frame: Box, view: View, pointer: Point): boolean {
  const [a, b, , d] = frameCorners(frame, view);
  const along = dot(sub(pointer, a), sub(b, a)) / Math.max(1e-9, dot(sub(b, a), sub(b, a)));
  const down = dot(sub(pointer, a), sub(d, a)) / Math.max(1e-9, dot(sub(d, a), sub(d, a)));
  return along >= 0 && along <= 1 && down >= 0 && down <= 1;
}

const sub = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y });
const dot = (one: Point, other: Point): number => one.x * other.x + one.y * other.y;
const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
