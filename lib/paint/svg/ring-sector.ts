import { px } from "./numbers";

/** Part of a ring. `from` and `sweep` in degrees clockwise, 0 at the top; radii and centre in px. */
export type RingSector = {
  centreX: number;
  centreY: number;
  outer: number;
  inner: number;
  from: number;
  sweep: number;
  /** Whether half circles are put on at both ends. */
  round: boolean;
};

/** A sector that reaches so far round is the whole ring: its ends would fall together once rounded. */
const WHOLE = 359.9;

/** Path data of a sector of a ring; empty when nothing is swept. */
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
  const to = from + sweep;
  const isLarge = sweep > 180;
  const half = px((outer - inner) / 2);
  const end = (radius: number, degrees: number) =>
    round ? `A${half} ${half} 0 0 1 ${point(radius, degrees)}` : `L${point(radius, degrees)}`;
  return [
    `M${point(outer, from)}${arc(outer, to, isLarge, true)}`,
    end(inner, to),
    inner > 0 ? arc(inner, from, isLarge, false) : "",
    `${end(outer, from)}Z`,
  ].join("");
}
