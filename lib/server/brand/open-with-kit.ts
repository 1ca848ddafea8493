import type { BrandKit } from "@/lib/template/brand";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { withKit } from "@/lib/template/with-kit";

/**
 * A stored draft as it is shown and published: mended, and with the brand kit's values of this moment. Without a kit that
 * can be read it keeps the values it was saved with, and goes on following it.
 */
export function openWithKit(draft: unknown, kit: BrandKit | null): Document {
  return withKit(openDocument(draft).document, kit);
}
