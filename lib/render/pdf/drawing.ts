import type { TextMark } from "@/lib/paint/text-marks";
import { boundsOfPoints, cornersOf, invert, type Matrix } from "@/lib/template/geometry";
import type { PdfFonts } from "./pdf-fonts";
import type { PdfBox, PdfObjects } from "./pdf-objects";
import type { PictureWriter } from "./picture";
import type { SvgNode } from "./svg-node";

/** What is being drawn, and what has come of it so far. */
export type Drawing = {
  objects: PdfObjects;
  elements: ReadonlyMap<string, SvgNode>;
  /** The page's size, px. */
  page: { width: number; height: number };
  fonts: PdfFonts;
  /** Runs of texts by their place; null where texts are outlines, as inside of masks. */
  marks: readonly TextMark[] | null;
  pictures: PictureWriter;
};

/** Where an element stands: from its coordinates to the page's px, and to those its content stream began with. */
export type Place = { toPage: Matrix; toBase: Matrix };

/** The page as seen from inside an element. */
export function visibleBox(toPage: Matrix, page: { width: number; height: number }): PdfBox {
  const { x, y, width, height } = boundsOfPoints(cornersOf(page, invert(toPage)));
  return [x, y, x + width, y + height];
}
