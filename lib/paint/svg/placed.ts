import { px } from "./numbers";

/** A box in its parent, px, turned about its middle by so many degrees. */
export type Place = { x: number; y: number; width: number; height: number; rotation: number };

/** Puts what was painted in a layer's own box at the layer's place in its parent. */
export function placed(svg: string, place: Place): string {
  return svg === "" ? "" : `<g transform="${placeTransform(place)}">${svg}</g>`;
}

/** The transform from a layer's own box to its parent. */
export function placeTransform({ x, y, width, height, rotation }: Place): string {
  const turn = rotation === 0 ? "" : ` rotate(${px(rotation)} ${px(width / 2)} ${px(height / 2)})`;
  return `translate(${px(x)} ${px(y)})${turn}`;
}
