import { px } from "./numbers";

export type Box = { x: number; y: number; width: number; height: number };

/** Which corners of a rectangle are rounded. */
export type Corners = "all" | "top" | "bottom";

/** Path data of a rectangle with rounded corners; the radius is at most half its sides, at one end all of a height. */
export function roundedRect({ x, y, width, height }: Box, radius: number, corners: Corners = "all"): string {
  const r = Math.min(radius, width / 2, corners === "all" ? height / 2 : height);
  const top = corners === "bottom" ? 0 : r;
  const bottom = corners === "top" ? 0 : r;
  const right = x + width;
  const end = y + height;
  const arc = (size: number, toX: number, toY: number) =>
    size === 0 ? "" : `A${px(size)} ${px(size)} 0 0 1 ${px(toX)} ${px(toY)}`;
  return [
    `M${px(x + top)} ${px(y)}H${px(right - top)}`,
    `${arc(top, right, y + top)}V${px(end - bottom)}`,
    `${arc(bottom, right - bottom, end)}H${px(x + bottom)}`,
    arc(bottom, x, end - bottom),
    // A line back to where it began would be a corner of its own to a stroke.
    top === 0 ? "Z" : `V${px(y + top)}${arc(top, x + top, y)}Z`,
  ].join("");
}
