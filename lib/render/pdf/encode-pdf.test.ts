import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Painter } from "@/lib/paint/painter";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { PAINT_CASES } from "@/lib/paint/testing/paint-cases";
import { pageSize } from "@/lib/template/paper";
import { resolveDocument } from "@/lib/template/resolve-document";
import { STARTERS } from "@/lib/template/starters/starters";
import { encodePdf as encodePage } from "./encode-pdf";
import { rasterPdf } from "./testing/raster-pdf";

/** A page of outlines alone. */
function encodePdf(svg: string): Promise<Buffer> {
  const fontFile = () => Promise.reject(new Error("outlines need no font"));
  return encodePage({ svg, marks: [] }, { title: "", language: null, fontFile });
}

let painter: Painter;
let picture: { href: string; width: number; height: number };

beforeAll(async () => {
  painter = await nodePainter();
  const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><linearGradient id="g"><stop stop-color="#c03"/><stop offset="1" stop-color="#0cf"/></linearGradient><rect width="400" height="300" fill="url(#g)"/><circle cx="120" cy="90" r="60" fill="#fc0"/></svg>`;
  const jpeg = await sharp(Buffer.from(photo)).jpeg({ quality: 90 }).toBuffer();
  picture = { href: `data:image/jpeg;base64,${jpeg.toString("base64")}`, width: 400, height: 300 };
});

/** How far the PDF, as Chromium's reader draws it, is from the SVG, as the server does: of 255, over white. */
async function distance(
  pdf: Uint8Array,
  svg: string,
): Promise<{ mean: number; share: number; size: string }> {
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: "#ffffff" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const page = await rasterPdf(pdf, { width: info.width, height: info.height });
  const { width, height } = pageSize(info);
  expect(page.points.width).toBeCloseTo(width, 2);
  expect(page.points.height).toBeCloseTo(height, 2);
  expect(page.pages).toBe(1);
  let sum = 0;
  let far = 0;
  for (const [index, byte] of data.entries()) {
    const off = Math.abs(byte - (page.data[index] ?? 0));
    sum += off;
    if (off > 48) far += 1;
  }
  return { mean: sum / data.length, share: far / data.length, size: `${page.width} x ${page.height}` };
}

async function starter(id: string): Promise<string> {
  const found = STARTERS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no starter ${id}.`);
  const { document } = resolveDocument(found.document, found.document.samples[0]?.values ?? {});
  return painter.paintDocument(document, () => picture);
}

const svgOf = (content: string, width = 200, height = 100) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
const pictures = (pdf: Buffer) => pdf.toString("latin1").match(/\/Subtype \/Image/g)?.length ?? 0;

describe("the page looks like the picture", () => {
  // Between them they have every kind of layer, group, gradient, shadow and rule that starters have.
  const TELLING = [
    "order-shipped",
    "review-request",
    "webinar-invitation",
    "vip-pass",
    "course-certificate",
    "account-review",
    "milestone-story",
    "birthday-coupon",
    "win-back-coupon",
  ];
  test.each(TELLING)("starter %s", async (id) => {
    const svg = await starter(id);
    const { mean, share } = await distance(await encodePdf(svg), svg);
    expect(mean).toBeLessThan(0.4);
    expect(share).toBeLessThan(0.001);
  });

  test("and a shift of two pixels is seen", async () => {
    const svg = await starter("course-certificate");
    const shifted = svg.replace(
      /(viewBox="[^"]*">)(.*)<\/svg>/s,
      '$1<g transform="translate(2 1)">$2</g></svg>',
    );
    expect(shifted).not.toBe(svg);
    expect((await distance(await encodePdf(shifted), svg)).mean).toBeGreaterThan(0.8);
  });

  test.each(Object.keys(PAINT_CASES))("%s", async (name) => {
    const layer = PAINT_CASES[name];
    if (!layer) throw new Error("There is no such case.");
    const { svg } = await painter.paintLayer(layer, () => picture);
    const { mean, share } = await distance(await encodePdf(svg), svg);
    // Chromium's reader draws upright rectangles on whole pixels.
    expect(mean).toBeLessThan(2.5);
    expect(share).toBeLessThan(0.03);
  });

  const STRIPES = `<rect x="20" y="20" width="90" height="60" fill="#c00" stroke="#00c" stroke-width="14"/>`;
  test.each([
    ["a group that is transparent as one", `<g opacity="0.5"><rect width="99" height="80"/>${STRIPES}</g>`],
    ["a shape that is", STRIPES.replace("<rect", '<rect opacity="0.5"')],
    [
      "rounded and turned",
      `<rect x="40" y="10" width="80" height="60" rx="20" ry="10" transform="rotate(30 80 40)" fill="#083"/>`,
    ],
    ["a hole", `<path fill-rule="evenodd" d="M10 10h100v80h-100zM40 30h40v40h-40z" fill="#538"/>`],
    [
      "inherited style",
      `<g fill="#c60" stroke="#036" stroke-width="4" stroke-linejoin="round"><path d="M20 80L60 20L100 80Z"/></g>`,
    ],
    [
      "curves of every kind",
      `<path d="M10 50q20 -60 40 0t40 0s20 60 40 0c5 5 9 9 20 0a20 30 20 1 1 20 10V90H10z" fill="#225"/>`,
    ],
    [
      "a gradient with see-through stops inside a turned, transparent group",
      `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="100" y2="0"><stop offset="0.2" stop-color="#f00"/><stop offset="0.5" stop-color="#0f0" stop-opacity="0"/><stop offset="0.5" stop-color="#00f"/></linearGradient>` +
        `<g opacity="0.7" transform="translate(40 10) rotate(20)"><rect width="100" height="50" fill="url(#g)"/></g>`,
    ],
    [
      "a skewed shape, as pixels",
      `<rect x="20" y="20" width="80" height="50" fill="#808" transform="skewX(20)"/>`,
    ],
    [
      "a mask, as pixels",
      `<mask id="m"><circle cx="60" cy="50" r="30" fill="#fff"/></mask><g transform="translate(20 0)"><rect width="150" height="90" fill="#270" mask="url(#m)"/></g>`,
    ],
    [
      "a picture cut to its box",
      `<image x="10" y="10" width="150" height="40" preserveAspectRatio="xMidYMid slice" href="PICTURE"/>`,
    ],
    ["a transparent picture in its box", `<image width="150" height="90" opacity="0.5" href="PICTURE"/>`],
  ])("%s", async (_name, content) => {
    const svg = svgOf(content.replace("PICTURE", picture.href));
    const { mean, share } = await distance(await encodePdf(svg), svg);
    expect(mean).toBeLessThan(1.2);
    expect(share).toBeLessThan(0.01);
  });
});

describe("the file", () => {
  test("has the size of the canvas in points", async () => {
    const pdf = await encodePdf(svgOf("", 1200, 628));
    expect(pdf.toString("latin1")).toContain("/MediaBox [0 0 900 471]");
  });

  test.each([
    ["A4", 1240, 1754, "595.28 841.89"],
    ["A4 landscape", 1754, 1240, "841.89 595.28"],
    ["Letter", 1275, 1650, "612 792"],
    ["Letter landscape", 1650, 1275, "792 612"],
  ])(
    "is a sheet of %s for a canvas of its shape, and filled to the edges",
    async (_name, width, height, box) => {
      const frame = `x="40" y="40" width="${width - 80}" height="${height - 80}"`;
      const svg = svgOf(
        `<rect width="${width}" height="${height}" fill="#fc0"/><rect ${frame} fill="#c03"/>`,
        width,
        height,
      );
      const pdf = await encodePdf(svg);
      expect(pdf.toString("latin1")).toContain(`/MediaBox [0 0 ${box}]`);
      expect((await distance(pdf, svg)).mean).toBeLessThan(0.05);
    },
  );

  test("holds outlines for shapes and texts that are not marked, and pixels for shadows and pictures alone", async () => {
    const count = async (name: string) => {
      const layer = PAINT_CASES[name];
      return layer === undefined
        ? -1
        : pictures(await encodePdf((await painter.paintLayer(layer, () => picture)).svg));
    };
    expect(await count("text: runs")).toBe(0);
    expect(await count("rectangle: rounded, gradient")).toBe(0);
    expect(await count("qr: address")).toBe(0);
    expect(await count("image: cover, focal point, radius")).toBe(1);
    expect(await count("mask: opaque shape")).toBe(0);
    expect(await count("mask: text")).toBe(0);
    expect(await count("mask: half transparent")).toBe(0);
    // Colour and opacity are two.
    expect(await count("text: shadow and opacity")).toBe(2);
  });

  test("holds a picture once, and a JPEG as it came", async () => {
    const twice = svgOf(`<image width="9" height="9" href="${picture.href}"/>`.repeat(2));
    const pdf = await encodePdf(twice);
    expect(pictures(pdf)).toBe(1);
    expect(pdf.includes(Buffer.from(picture.href.slice(picture.href.indexOf(",") + 1), "base64"))).toBe(true);
  });

  test("is the same bytes for the same picture, with an id of its own for another", async () => {
    const svg = await starter("loyalty-thank-you");
    const [one, two] = [await encodePdf(svg), await encodePdf(svg)];
    expect(one.equals(two)).toBe(true);
    const idOf = (pdf: Buffer) => /\/ID \[<(\w+)> <\w+>\]/.exec(pdf.toString("latin1"))?.[1];
    expect(idOf(one)).toMatch(/^[0-9a-f]{32}$/);
    expect(idOf(await encodePdf(svgOf("")))).not.toBe(idOf(one));
  });

  test("says nothing of who it is for", async () => {
    const pdf = (await encodePdf(svgOf('<g id="Zxq7CanaryName"><rect width="9" height="9"/></g>'))).toString(
      "latin1",
    );
    expect(pdf).not.toContain("Canary");
    const info = /\/Info (\d+) 0 R/.exec(pdf)?.[1];
    const dictionary = new RegExp(`\\n${info} 0 obj\\n([^]*?)endobj`).exec(pdf)?.[1];
    expect(dictionary?.match(/\/\w+/g)).toEqual(["/Producer", "/Creator", "/CreationDate"]);
    const texts = Array.from(pdf.matchAll(/ obj\n\((.*)\)\nendobj/g), ([, text]) => text);
    expect(texts).toEqual(["Nameplate", "Nameplate", "D:19700101000000Z"]);
  });

  test.each([["no markup"], ["<svg"], ["<svg/>"], [svgOf("", 0, 5)]])("%j is refused", async (svg) => {
    await expect(encodePdf(svg)).rejects.toThrow();
  });
});
