import type { GlyphRun } from "./text-layout";

/** A run of a text as it was painted: what a document needs in which texts can be searched and copied. */
export type TextMark = {
  run: GlyphRun;
  /** Where its line begins and has its baseline, px in the layer's box. */
  x: number;
  baseline: number;
  /** The one colour of all its ink, where that can be said; null for gradients and for pictures in colour. */
  color: string | null;
};

/** The attribute that names, by its place among the marks, the run whose ink a group of the picture is. */
export const TEXT_MARK = "data-text";
