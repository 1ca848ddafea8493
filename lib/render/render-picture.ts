import type { ImageFormat } from "@/lib/link/address";
import type { Painter } from "@/lib/paint/painter";
import type { ResolvedDocument } from "@/lib/template/resolve-document";
import { encodeSvg } from "./encode";
import type { PictureBook } from "./picture-book";

/** A resolved document as encoded bytes: paint, then encode. */
export async function renderPicture(
  painter: Painter,
  document: ResolvedDocument,
  book: PictureBook,
  format: ImageFormat,
): Promise<Buffer> {
  await painter.prepare(document);
  const svg = await painter.paintDocument(document, book.image);
  return encodeSvg(svg, format);
}
