import { meaningfulValues } from "@/lib/link/literal-tag";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { renderEngine } from "./engine/process-engine";
import { withOwnFonts } from "./own-fonts";
import { loadPictureBook, type PictureOwner } from "./picture-book";
import { pictureLoaders } from "./picture-loaders";
import { workspaceFontFamilies } from "./user-fonts";

/**
 * Bytes of a document's picture as PNG, painted with its first sample row as a link would paint it. PNG is what people
 * copy first, and the one format that no budget makes lighter. Incomplete: a picture or a font in it did not load.
 * @throws AppError `unavailable` when there is no room to paint
 */
export async function weighDraft(
  document: Document,
  owner: PictureOwner,
): Promise<{ bytes: number; complete: boolean }> {
  const values = meaningfulValues(document.samples[0]?.values ?? {});
  const { document: wanted } = resolveDocument(document, values, { now: Date.now() });
  const shown = await withOwnFonts(wanted, (names) => workspaceFontFamilies(owner.workspaceId, names));
  const { document: resolved, families } = shown;
  const book = await loadPictureBook(resolved, owner, pictureLoaders());
  const { bytes } = await renderEngine().renderWhole({
    resolved,
    book,
    families,
    scale: 1,
    output: { format: "png", kilobytes: null, chroma: "4:4:4", longestSide: null },
    urgency: "usual",
    owner: owner.workspaceId,
  });
  return { bytes: bytes.length, complete: book.failed === 0 && shown.complete };
}
