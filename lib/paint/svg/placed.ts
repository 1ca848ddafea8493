import { px } from "./numbers";

type Place = { x: number; y: number; width: number; height: number; rotation: number };

/** Puts what was painted in a layer's own box at the layer's place in its parent. */
export function placed(svg: string, { x, y, width, height, rotation }: Place): string {
  if (svg === "") return "";
  const turn = rotation === 0 ? "" : ` rotate(${px(rotation)} ${px(width / 2)} ${px(height / 2)})`;
  return `<g transform="translate(${px(x)} ${px(y)})${turn}">${svg}</g>`;
}
