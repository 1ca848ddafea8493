import { toPlainText } from "../plain-text";
import type { Document } from "../schema";
import { accept } from "./accept";

export type CanvasChange = Partial<
  Pick<Document, "width" | "height" | "displayWidth" | "background" | "alt">
>;

/** Changes the canvas: size and display width in px, background (null is transparent), alternative text. Layers stay where they are. */
export function setCanvas(doc: Document, change: CanvasChange): Document {
  const { width, height, displayWidth, background, alt } = { ...doc, ...change };
  const next = { width, height, displayWidth, background, alt: toPlainText(alt) };
  const isSame =
    width === doc.width &&
    height === doc.height &&
    displayWidth === doc.displayWidth &&
    next.alt === doc.alt &&
    JSON.stringify(background) === JSON.stringify(doc.background);
  return isSame ? doc : accept(doc, { ...doc, ...next });
}
