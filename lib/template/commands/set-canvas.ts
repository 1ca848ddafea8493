import { toPlainText } from "../plain-text";
import type { Document } from "../schema";
import { accept } from "./accept";

export type CanvasChange = Partial<
  Pick<Document, "width" | "height" | "displayWidth" | "background" | "backgroundKey" | "alt" | "timeZone">
>;

/**
 * Changes the canvas: size and display width in px, background (null is transparent) and its field, alternative text,
 * the clocks that dates go by. Layers stay where they are.
 */
export function setCanvas(doc: Document, change: CanvasChange): Document {
  const { width, height, displayWidth, background, backgroundKey, alt, timeZone } = { ...doc, ...change };
  const next = { width, height, displayWidth, background, backgroundKey, alt: toPlainText(alt), timeZone };
  const isSame =
    width === doc.width &&
    height === doc.height &&
    displayWidth === doc.displayWidth &&
    backgroundKey === doc.backgroundKey &&
    timeZone === doc.timeZone &&
    next.alt === doc.alt &&
    JSON.stringify(background) === JSON.stringify(doc.background);
  return isSame ? doc : accept(doc, { ...doc, ...next });
}
