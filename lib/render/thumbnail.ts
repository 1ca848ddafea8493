import { meaningfulValues } from "@/lib/link/literal-tag";
import { PAINTER_VERSION } from "@/lib/paint/painter";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { asBusy } from "./as-busy";
import { ENCODER_VERSION } from "./engine/output";
import { renderEngine } from "./engine/process-engine";
import { withOwnFonts } from "./own-fonts";
import { loadPictureBook, type PictureOwner } from "./picture-book";
import { pictureLoaders } from "./picture-loaders";
import { workspaceFontFamilies } from "./user-fonts";

/** Longest side of a thumbnail, px: twice the largest card of the template list. */
const THUMBNAIL_SIDE = 720;

export type Thumbnail = {
  png: Uint8Array;
  /** False when a picture or a font in it did not load, which may be otherwise in a moment. */
  complete: boolean;
};

/** Changes whenever the same document would give another thumbnail; part of its entity tag. */
export const THUMBNAIL_VERSION = `${PAINTER_VERSION}.${ENCODER_VERSION}.${THUMBNAIL_SIDE}`;

/**
 * A document as a small PNG, painted with its first sample row, as a person sees it in the editor. `asking` is who
 * takes turns in the line: the workspace, unless said otherwise.
 * @throws AppError `unavailable` when there is no room to paint
 */
export function renderThumbnail(
  document: Document,
  owner: PictureOwner,
  asking: string = owner.workspaceId,
): Promise<Thumbnail> {
  return renderDraft(document, owner, { asking, longestSide: THUMBNAIL_SIDE });
}

/**
 * A document as PNG, painted with its first sample row; `longestSide` in px, null for the document's own size.
 * @throws AppError `unavailable` when there is no room to paint
 */
export async function renderDraft(
  document: Document,
  owner: PictureOwner,
  { asking, longestSide }: { asking: string; longestSide: number | null },
): Promise<Thumbnail> {
  const values = meaningfulValues(document.samples[0]?.values ?? {});
  const { document: wanted } = resolveDocument(document, values, { now: Date.now() });
  const shown = await withOwnFonts(wanted, (names) => workspaceFontFamilies(owner.workspaceId, names));
  const { document: resolved, families } = shown;
  const book = await loadPictureBook(resolved, owner, pictureLoaders());
  const painting = renderEngine().renderWhole({
    resolved,
    book,
    families,
    scale: 1,
    output: { format: "png", kilobytes: null, chroma: "4:4:4", longestSide },
    urgency: "usual",
    owner: asking,
  });
  const { bytes } = await painting.catch((error) => {
    throw asBusy(error);
  });
  return { png: bytes, complete: book.failed === 0 && shown.complete };
}
