import { px } from "./numbers";
import type { Box } from "./rounded-rect";

/** How far a cubic curve's handles reach along a quarter of a circle: off by 0.03 % of the radius at most. */
const QUARTER = 0.5523;

/**
 * Path data of a rectangle with rounded corners, as `roundedRect`, in curves instead of arcs: what has no arcs is drawn
 * by exact coverage on the server, in a fraction of the time.
 */
export function curvedRect({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const right = x + width;
  const end = y + height;
  if (r <= 0) return `M${px(x)} ${px(y)}H${px(right)}V${px(end)}H${px(x)}Z`;
  const rest = r * (1 - QUARTER);
  const curve = (...points: number[]) => `C${points.map(px).join(" ")}`;
  return [
    `M${px(x + r)} ${px(y)}H${px(right - r)}`,
    curve(right - rest, y, right, y + rest, right, y + r),
    `V${px(end - r)}`,
    curve(right, end - rest, right - rest, end, right - r, end),
    `H${px(x + r)}`,
    curve(x + rest, end, x, end - rest, x, end - r),
    `V${px(y + r)}`,
    curve(x, y + rest, x + rest, y, x + r, y),
    "Z",
  ].join("");
}
