import { PDFiumLibrary, type PDFiumPage } from "@hyzyla/pdfium";

/** A page as RGBA on white, and how large it is on paper, points. */
export type RasteredPage = Size & { data: Uint8Array; pages: number; points: Size };

type Size = { width: number; height: number };

/** A page of a PDF, the first if not told, as Chromium's reader draws it, in so many pixels. */
export async function rasterPdf(bytes: Uint8Array, size: Size, index = 0): Promise<RasteredPage> {
  return withPages(bytes, async (pages) => {
    const page = pages[index];
    if (!page) throw new Error(`There is no page ${index}.`);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const points = { width: originalWidth, height: originalHeight };
    const { data, width, height } = await page.render({ ...size, scale: 1, render: "bitmap" });
    // The reader's memory goes with the library.
    return { data: Uint8Array.from(data), width, height, pages: pages.length, points };
  });
}

/** What can be copied from each page, as Chromium's reader has it: ends of lines are spaces here. */
export async function textsOfPdf(bytes: Uint8Array): Promise<string[]> {
  return withPages(bytes, async (pages) => pages.map((page) => readable(page.getText())));
}

/** The reader takes hyphens at ends of lines for divided words and says U+FFFE there. */
function readable(text: string): string {
  return text.replaceAll("\ufffe", "-").replace(/\s+/g, " ").trim();
}

async function withPages<T>(bytes: Uint8Array, read: (pages: PDFiumPage[]) => Promise<T>): Promise<T> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const result = await read([...document.pages()]);
    document.destroy();
    return result;
  } finally {
    library.destroy();
  }
}
