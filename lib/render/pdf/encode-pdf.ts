import { encodePages, type PdfOptions, type PdfPage } from "./encode-pages";

/** One page as a PDF, as `encodePages` writes it. */
export async function encodePdf(page: PdfPage, options: PdfOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodePages([page], options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
