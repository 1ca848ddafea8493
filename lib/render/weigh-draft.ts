import type { Document } from "@/lib/template/schema";
import type { PictureOwner } from "./picture-book";
import { renderDraft } from "./thumbnail";

/**
 * Bytes of a document's picture as PNG, painted with its first sample row as a link would paint it. PNG is what people
 * copy first, and the one format that no budget makes lighter. Incomplete: a picture or a font in it did not load.
 * @throws AppError `unavailable` when there is no room to paint
 */
export async function weighDraft(
  document: Document,
  owner: PictureOwner,
): Promise<{ bytes: number; complete: boolean }> {
  const { png, complete } = await renderDraft(document, owner, {
    asking: owner.workspaceId,
    longestSide: null,
  });
  return { bytes: png.length, complete };
}
