import { PDFiumLibrary } from "@hyzyla/pdfium";

/** A page as RGBA on white, one pixel to 0.75 pt. */
export type RasteredPage = { data: Uint8Array; width: number; height: number; pages: number };

/** The first page of a PDF as Chromium's reader draws it. */
export async function rasterPdf(bytes: Uint8Array): Promise<RasteredPage> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const size = { width: Math.round((originalWidth * 4) / 3), height: Math.round((originalHeight * 4) / 3) };
    const { data, width, height } = await page.render({ ...size, scale: 1, render: "bitmap" });
    // The reader's memory goes with the library.
    const copy = Uint8Array.from(data);
    const pages = document.getPageCount();
    document.destroy();
    return { data: copy, width, height, pages };
  } finally {
    library.destroy();
  }
}
