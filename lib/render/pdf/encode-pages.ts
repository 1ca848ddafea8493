import { createHash } from "node:crypto";
import PDFDocument from "pdfkit";
import type { TextMark } from "@/lib/paint/text-marks";
import type { Matrix } from "@/lib/template/geometry";
import { pageSize } from "@/lib/template/paper";
import { drawNode } from "./draw-svg";
import { createFonts, type PdfFonts } from "./pdf-fonts";
import { createObjects } from "./pdf-objects";
import { createPictures, type PictureWriter } from "./picture";
import { concat } from "./svg-geometry";
import { elementsById, parseSvg } from "./svg-node";

/** A page: an SVG document of our own painter, and the runs of its texts. Without them texts are outlines. */
export type PdfPage = { svg: string; marks: readonly TextMark[] };

export type PdfOptions = {
  /** What readers show as the file's name; empty is none. */
  title: string;
  /** The language of its texts, BCP 47; null says none. */
  language: string | null;
  /** The bytes of a font that texts are set in, by its file. */
  fontFile: (file: string) => Promise<Uint8Array>;
};

/**
 * Pages as one PDF, each as large as `pageSize` says of its document's viewBox. Shapes stay vectors, texts are texts in
 * subsets of their fonts, pictures keep their pixels; shadows, and whatever PDF cannot say, are pixels at twice the
 * size. A page is asked for when the bytes of those before it were taken, and is forgotten when its own were; fonts and
 * pictures are in the file once, and the fonts come last, with the glyphs of all pages. The same pages give the same
 * bytes, which name nothing but this program and what the pages say. Throws when an SVG is not well-formed or has no
 * size, and when there is no page.
 */
export async function* encodePages(
  pages: AsyncIterable<PdfPage> | Iterable<PdfPage>,
  { title, language, fontFile }: PdfOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const document = new PDFDocument({
    autoFirstPage: false,
    font: "",
    pdfVersion: "1.4",
    ...(language !== null && { lang: language }),
    ...(title !== "" && { displayTitle: true }),
    info: {
      Producer: "Nameplate",
      Creator: "Nameplate",
      CreationDate: new Date(0),
      ...(title !== "" && { Title: title }),
    },
  });
  const shared = { fonts: createFonts(document, fontFile), pictures: createPictures(document) };
  const content = createHash("sha256").update(`${title}\n${language}`);
  let count = 0;
  for await (const page of pages) {
    await drawPage(document, page, shared);
    content.update(page.svg);
    count += 1;
    yield* written(document);
  }
  if (count === 0) throw new Error("Expected at least one page, got none.");
  await shared.fonts.finish();
  // What tells this file from others: pdfkit would take the time for that.
  Object.assign(document, { _id: new Uint8Array(content.digest().subarray(0, 16)) });
  document.end();
  yield* written(document);
}

type Shared = { fonts: PdfFonts; pictures: PictureWriter };

async function drawPage(
  document: PDFKit.PDFDocument,
  { svg, marks }: PdfPage,
  shared: Shared,
): Promise<void> {
  const root = parseSvg(svg);
  const [left = 0, top = 0, width = 0, height = 0] = (root.attributes.viewBox ?? "")
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0)) throw new Error("Expected an SVG document with a viewBox that has a size.");
  const page = pageSize({ width, height });
  document.addPage({ size: [page.width, page.height], margin: 0 });
  Object.assign(document.page.dictionary.data, {
    Group: { Type: "Group", S: "Transparency", CS: "DeviceRGB" },
  });
  const objects = createObjects(document);
  const toPage: Matrix = [1, 0, 0, 1, -left, -top];
  // The page begins upside down, as pdfkit leaves it, and in points.
  const [across, down] = [page.width / width, page.height / height];
  const toBase: Matrix = [across, 0, 0, -down, -left * across, (height + top) * down];
  const drawing = { ...shared, objects, marks, elements: elementsById(root), page: { width, height } };
  const content = await drawNode(root, { toPage, toBase }, {}, drawing);
  document.addContent(concat([across, 0, 0, down, -left * across, -top * down]) + content);
  objects.finish();
}

/** What was written and not taken yet. */
function* written(document: PDFKit.PDFDocument): Generator<Uint8Array, void, undefined> {
  for (let chunk: Uint8Array | null = document.read(); chunk !== null; chunk = document.read()) yield chunk;
}
