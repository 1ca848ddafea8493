import type { Fill } from "@/lib/template/primitives";

/** A fill as a CSS background, for swatches only: what is sent is painted by lib/paint. */
export function fillCss(fill: Fill): string {
  if (fill.kind === "solid") return fill.color;
  const stops = [...fill.stops]
    .sort((a, b) => a.offset - b.offset)
    .map(({ color, offset }) => `${color} ${offset * 100}%`)
    .join(", ");
  return fill.kind === "linear"
    ? `linear-gradient(${fill.angle}deg, ${stops})`
    : `radial-gradient(farthest-side, ${stops})`;
}
