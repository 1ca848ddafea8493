import { applyKit } from "@/lib/template/apply-kit";
import type { BrandKit } from "@/lib/template/brand";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";

/** A stored draft as it is shown and published: mended, and with the brand kit's values of this moment. */
export function openWithKit(draft: unknown, kit: BrandKit): Document {
  return applyKit(openDocument(draft).document, kit).document;
}
