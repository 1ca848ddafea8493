import { createHash } from "node:crypto";
import PDFDocument from "pdfkit";
import type { Matrix } from "@/lib/template/geometry";
import { drawNode } from "./draw-svg";
import { createObjects } from "./pdf-objects";
import { concat } from "./svg-geometry";
import { elementsById, parseSvg } from "./svg-node";

/** Points of PDF to a px of CSS: 1/72 against 1/96 of an inch. */
const POINTS = 0.75;

/**
 * An SVG document of our own painter as a PDF of one page, as large as the document's viewBox: 1 px is 0.75 pt.
 * Shapes and texts stay outlines, pictures keep their pixels; shadows, and whatever PDF cannot say, are pixels at
 * twice the size. The same document gives the same bytes, which name nothing but this program. Throws when the SVG is
 * not well-formed or says no size.
 */
export async function encodePdf(svg: string): Promise<Buffer> {
  const root = parseSvg(svg);
  const [left = 0, top = 0, width = 0, height = 0] = (root.attributes.viewBox ?? "")
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0)) throw new Error("Expected an SVG document with a viewBox that has a size.");
  const document = new PDFDocument({
    size: [width * POINTS, height * POINTS],
    margin: 0,
    font: "",
    pdfVersion: "1.4",
    info: {
      Producer: "Nameplate",
      Creator: "Nameplate",
      CreationDate: new Date(0),
      Subject: createHash("sha256").update(svg).digest("hex"),
    },
  });
  // The file's id is made from these, once, on creation; what was drawn is no one else's business.
  delete document.info.Subject;
  Object.assign(document.page.dictionary.data, {
    Group: { Type: "Group", S: "Transparency", CS: "DeviceRGB" },
  });
  const objects = createObjects(document);
  const page = { width, height };
  const toPage: Matrix = [1, 0, 0, 1, -left, -top];
  // The page begins upside down, as pdfkit leaves it, and in points.
  const toBase: Matrix = [POINTS, 0, 0, -POINTS, -left * POINTS, (height + top) * POINTS];
  const drawing = { objects, elements: elementsById(root), page, pictures: new Map() };
  const content = await drawNode(root, { toPage, toBase }, {}, drawing);
  document.addContent(concat([POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS]) + content);
  objects.finish();
  return collect(document);
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
    document.end();
  });
}
