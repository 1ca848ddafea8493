import { px } from "./numbers";

/** A part of the plane, px. */
type Box = { x: number; y: number; width: number; height: number };

/** A complete SVG document that shows one part of the plane, drawn `scale` times as large. */
export function svgDocument({ x, y, width, height }: Box, content: string, scale = 1): string {
  const view = `${px(x)} ${px(y)} ${px(width)} ${px(height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width * scale)}" height="${px(height * scale)}" viewBox="${view}">${content}</svg>`;
}
