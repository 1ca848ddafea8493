import { encodePdf } from "@/lib/render/pdf/encode-pdf";

/** A PDF of one empty page. */
export function newPage(): Promise<Buffer> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>';
  const fontFile = async () => new Uint8Array();
  return encodePdf({ svg, marks: [] }, { title: "", language: null, fontFile });
}
