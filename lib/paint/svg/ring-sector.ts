import { px } from "./numbers";

/** Part of a ring. `from` and `sweep` in degrees clockwise, 0 at the top; radii and centre in px. */
export type RingSector = {
  centreX: number;
  centreY: number;
  outer: number;
  inner: number;
  from: number;
  sweep: number;
  /** Whether both ends are half circles, inside what is swept. A sector of a disc has no ends to round. */
  round: boolean;
};

/** A sector that reaches so far round is the whole ring: its ends would fall together once rounded. */
const WHOLE = 359.9;

/**
 * Path data of a sector of a ring; empty when nothing is swept. Round ends reach to where straight ones would stand,
 * so that a ring looks as full as it is; where both have no room a dot fills the sector from side to side.
 */
export function ringSector({ centreX, centreY, outer, inner, from, sweep, round }: RingSector): string {
  if (sweep <= 0) return "";
  const point = (radius: number, degrees: number) => {
    const radians = (degrees * Math.PI) / 180;
    return `${px(centreX + radius * Math.sin(radians))} ${px(centreY - radius * Math.cos(radians))}`;
  };
  const arc = (radius: number, degrees: number, isLarge: boolean, isClockwise: boolean) =>
    `A${px(radius)} ${px(radius)} 0 ${isLarge ? 1 : 0} ${isClockwise ? 1 : 0} ${point(radius, degrees)}`;
  if (sweep >= WHOLE) {
    const circle = (radius: number, isClockwise: boolean) =>
      `M${point(radius, 0)}${arc(radius, 180, false, isClockwise)}${arc(radius, 0, false, isClockwise)}Z`;
    return circle(outer, true) + (inner > 0 ? circle(inner, false) : "");
  }
  const middle = (outer + inner) / 2;
  const half = (outer - inner) / 2;
  const isRound = round && inner > 0;
  // Between the middle of a half circle and the line from the ring's centre that touches it.
  const inset = isRound ? (Math.asin(half / middle) * 180) / Math.PI : 0;
  if (isRound && sweep <= 2 * inset) {
    const radius = middle * Math.sin((sweep * Math.PI) / 360);
    const side = (distance: number) => point(distance, from + sweep / 2);
    const bow = (distance: number) => `A${px(radius)} ${px(radius)} 0 0 1 ${side(distance)}`;
    return `M${side(middle - radius)}${bow(middle + radius)}${bow(middle - radius)}Z`;
  }
  const start = from + inset;
  const to = from + sweep - inset;
  const isLarge = to - start > 180;
  const end = (radius: number, degrees: number) =>
    isRound ? `A${px(half)} ${px(half)} 0 0 1 ${point(radius, degrees)}` : `L${point(radius, degrees)}`;
  return [
    `M${point(outer, start)}${arc(outer, to, isLarge, true)}`,
    end(inner, to),
    inner > 0 ? arc(inner, start, isLarge, false) : "",
    `${end(outer, start)}Z`,
  ].join("");
}
