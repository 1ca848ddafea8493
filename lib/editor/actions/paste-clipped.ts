import { LIMITS } from "@/lib/template/limits";
import { allIds } from "@/lib/template/tree";
import { freedCopies } from "../brand/freed-copies";
import { type CopiedClip, type Pasted, pasteClip, pastePlainText, readClip } from "../clipboard";
import { settleClip } from "../settle-clip";
import type { EditorStore } from "../store";
import { svgMarkup } from "../svg-markup";
import { viewportCentre } from "../view";
import type { ActionContext, Clipped } from "./action";
import { FULL } from "./or-full";

type PasteContext = Pick<ActionContext, "newId" | "workspace" | "placePictures">;

/**
 * Pastes what is on the clipboard: pictures and drawings as pictures, copied layers as layers, any other text as a
 * text layer. Call it from the browser's paste event too. Blank text does nothing.
 */
export function pasteClipped(
  store: EditorStore,
  { text, pictures }: Clipped,
  context: PasteContext,
  inPlace = false,
): void {
  const clip = readClip(text);
  const svg = clip ? null : svgMarkup(text);
  if (clip) pasteLayersOf(store, clip, context, inPlace);
  else if (svg !== null) context.placePictures([new File([svg], "drawing.svg", { type: "image/svg+xml" })]);
  else if (pictures.length > 0) context.placePictures(pictures);
  else if (text.trim() !== "") pasteWords(store, text, context);
}

function pasteLayersOf(
  store: EditorStore,
  copied: CopiedClip,
  context: PasteContext,
  inPlace: boolean,
): void {
  const { document } = store.getState();
  const isForeign = copied.workspace !== null && copied.workspace !== context.workspace;
  const { clip, notes } = settleClip(document, copied, isForeign);
  const pasted = pasteClip(document, clip, { ...optionsFor(store, context), inPlace });
  if (!show(store, pasted)) return;
  for (const message of notes) store.notify({ kind: "info", message });
}

function pasteWords(store: EditorStore, text: string, context: PasteContext): void {
  const { document } = store.getState();
  if (text.trim().length > LIMITS.layerText) {
    const message = `A text has at most ${LIMITS.layerText} characters; what is on the clipboard has ${text.trim().length}. Paste it in parts.`;
    store.notify({ kind: "error", message });
    return;
  }
  const pasted = pastePlainText(document, text, optionsFor(store, context));
  if (pasted.ids.length > 0) store.select([], null);
  show(store, pasted);
}

function optionsFor(store: EditorStore, { newId }: PasteContext) {
  const { view, viewport, enteredGroupId } = store.getState();
  return { newId, parentId: enteredGroupId, centre: viewportCentre(view, viewport) };
}

function show(store: EditorStore, pasted: Pasted): boolean {
  if (pasted.ids.length === 0) {
    store.notify({ kind: "error", message: FULL });
    return false;
  }
  const { document, rights } = store.getState();
  const there = new Set(allIds(document));
  const news = [...allIds(pasted.document)].filter((id) => !there.has(id));
  const freed = freedCopies(pasted.document, news, rights);
  return store.dispatch("Paste", () => freed, { select: pasted.ids });
}
