import type { Guide } from "../primitives";
import type { Document } from "../schema";
import { accept } from "./accept";

/** Draws a guide, on top of those that are there. One that lies where another does leaves the document. */
export function addGuide(doc: Document, { guide }: { guide: Guide }): Document {
  const isThere = doc.guides.some(({ axis, at }) => axis === guide.axis && at === guide.at);
  return isThere ? doc : accept(doc, { ...doc, guides: [...doc.guides, guide] });
}

/** Moves the guide at this place of the list, px of the canvas along its axis. */
export function moveGuide(doc: Document, { index, at }: { index: number; at: number }): Document {
  const guide = doc.guides[index];
  if (guide === undefined || guide.at === at) return doc;
  return accept(doc, { ...doc, guides: doc.guides.with(index, { ...guide, at }) });
}

export function removeGuide(doc: Document, { index }: { index: number }): Document {
  if (doc.guides[index] === undefined) return doc;
  return accept(doc, { ...doc, guides: doc.guides.toSpliced(index, 1) });
}
