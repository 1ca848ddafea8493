import { applyKit } from "./apply-kit";
import type { BrandKit } from "./brand";
import type { Document } from "./schema";

/** The document with the values of the kit, if that can be read. */
export function withKit(document: Document, kit: BrandKit | null): Document {
  return kit === null ? document : applyKit(document, kit).document;
}
