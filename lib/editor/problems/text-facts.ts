import type { Rect } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import { type Eyes, remember } from "./eyes";

/** How a text lies in its box with a row's values. Lengths in px of the canvas. */
export type TextFacts = {
  /** Something leaves the box, or a word is cut between two lines to stay inside. */
  overflows: boolean;
  /** Some of it is left out and … says so. */
  truncated: boolean;
  /** Drawn size / designed size. */
  scale: number;
  /** The smallest size that letters are drawn with; null where there are none. */
  smallest: number | null;
  /** Where lines stand in the layer's own box; null where there are none. */
  extent: Rect | null;
};

/** Lays the text out as it is painted. */
export async function textFacts(layer: TextLayer, { painter, memory }: Eyes): Promise<TextFacts> {
  // Its place and its look beyond the letters change nothing about how it lies in its box.
  const { id, name, x, y, rotation, opacity, shadow, fill, stroke, highlight, ...laid } = layer;
  const key = JSON.stringify(laid);
  const known = memory.texts.get(key);
  if (known) return known;
  await painter.prepare({ layers: [layer] });
  const { overflows, truncated, scale, lines } = painter.layoutText(layer);
  const inked = lines.filter(({ text }) => text.trim() !== "");
  const sizes = inked.flatMap(({ runs }) =>
    runs.filter(({ text }) => text.trim() !== "").map(({ fontSize }) => fontSize),
  );
  const left = Math.min(...inked.map((line) => line.x));
  const top = Math.min(...inked.map((line) => line.top));
  const right = Math.max(...inked.map((line) => line.x + line.width));
  const bottom = Math.max(...inked.map((line) => line.top + line.height));
  return remember(memory.texts, key, {
    overflows,
    truncated,
    scale,
    smallest: sizes.length === 0 ? null : Math.min(...sizes),
    extent: inked.length === 0 ? null : { x: left, y: top, width: right - left, height: bottom - top },
  });
}
