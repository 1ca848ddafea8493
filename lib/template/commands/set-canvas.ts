import { toPlainText } from "../plain-text";
import type { Document } from "../schema";
import { accept } from "./accept";

export type CanvasChange = Partial<
  Pick<Document, "width" | "height" | "displayWidth" | "background" | "backgroundKey" | "alt">
>;

/** Changes the canvas: size and display width in px, background (null is transparent) and its field, alternative text. Layers stay where they are. */
export function setCanvas(doc: Document, change: CanvasChange): Document {
  const { width, height, displayWidth, background, backgroundKey, alt } = { ...doc, ...change };
  const next = { width, height, displayWidth, background, backgroundKey, alt: toPlainText(alt) };
  const isSame =
    width === doc.width &&
    height === doc.height &&
    displayWidth === doc.displayWidth &&
    backgroundKey === doc.backgroundKey &&
    next.alt === doc.alt &&
    JSON.stringify(background) === JSON.stringify(doc.background);
  return isSame ? doc : accept(doc, { ...doc, ...next });
}
