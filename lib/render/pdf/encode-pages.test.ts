import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { PaintedPage, Painter } from "@/lib/paint/painter";
import { imageLayer, textLayer } from "@/lib/paint/testing/layers";
import { loadFontFile, nodePainter } from "@/lib/paint/testing/node-painter";
import { resolveDocument } from "@/lib/template/resolve-document";
import { courseCertificate } from "@/lib/template/starters/course-certificate";
import { encodePages, type PdfOptions } from "./encode-pages";
import { encodePdf } from "./encode-pdf";
import { fontsOfPdf } from "./testing/fonts-of-pdf";
import { textsOfPdf } from "./testing/raster-pdf";

let painter: Painter;
let picture: { href: string; width: number; height: number };

beforeAll(async () => {
  painter = await nodePainter();
  const noise = Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, index) => (index * 7919) % 251));
  const png = await sharp(noise, { raw: { width: 120, height: 90, channels: 3 } })
    .png()
    .toBuffer();
  picture = { href: `data:image/png;base64,${png.toString("base64")}`, width: 120, height: 90 };
});

const options: PdfOptions = { title: "All of them", language: "en", fontFile: loadFontFile };

function certificate(index: number): Promise<PaintedPage> {
  const values = { ...courseCertificate.samples[0]?.values, first_name: nameOf(index), name: nameOf(index) };
  const { document } = resolveDocument(courseCertificate, values, { now: 0 });
  const photo = { ...imageLayer({ width: 120, height: 90 }), id: "photo" };
  const number = { ...textLayer(numberOf(index), { x: 40, y: 40 }), id: "number" };
  return painter.paintPage({ ...document, layers: [...document.layers, photo, number] }, () => picture);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyzàéîøūçñß";
const nameOf = (index: number) =>
  `Ada ${LETTERS[index % LETTERS.length]}${LETTERS[(index * 7) % LETTERS.length]}`;
const numberOf = (index: number) => `No. ${String(index).padStart(6, "0")}`;

async function collect(pages: AsyncIterable<PaintedPage> | Iterable<PaintedPage>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodePages(pages, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* certificates(count: number): AsyncGenerator<PaintedPage> {
  for (let index = 0; index < count; index += 1) yield certificate(index);
}

const count = (pdf: Buffer, pattern: RegExp) => pdf.toString("latin1").match(pattern)?.length ?? 0;

describe("many pages in one file", () => {
  const PAGES = 200;

  test("each says its own words; fonts and pictures are in it once", async () => {
    const pdf = await collect(certificates(PAGES));
    const texts = await textsOfPdf(pdf);
    expect(texts).toHaveLength(PAGES);
    for (const [index, text] of texts.entries()) expect(text).toContain(numberOf(index));
    expect(count(pdf, /\/Subtype \/Image/g)).toBe(1);
    const { names, embedded } = fontsOfPdf(pdf);
    expect(embedded.sort()).toEqual(names.sort());
    const [one, two] = [await collect(certificates(1)), await collect(certificates(2))];
    expect(names.map((name) => name.slice(7)).sort()).toEqual(
      fontsOfPdf(two)
        .names.map((name) => name.slice(7))
        .sort(),
    );
    expect(pdf.length).toBeLessThan(one.length + (PAGES - 1) * (two.length - one.length) * 1.2 + 30_000);
  });

  test("a page is asked for when the bytes of those before it were taken", async () => {
    let asked = 0;
    async function* pages(): AsyncGenerator<PaintedPage> {
      for (let index = 0; index < 8; index += 1) {
        asked += 1;
        yield certificate(index);
      }
    }
    let largest = 0;
    const seen: number[] = [];
    for await (const chunk of encodePages(pages(), options)) {
      largest = Math.max(largest, chunk.length);
      if (seen.at(-1) !== asked) seen.push(asked);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // The picture and the fonts are the heaviest.
    expect(largest).toBeLessThan(150_000);
  });

  test("the same pages give the same bytes, others an id of their own", async () => {
    const [one, two] = [await collect(certificates(5)), await collect(certificates(5))];
    expect(one.equals(two)).toBe(true);
    const idOf = (pdf: Buffer) => /\/ID \[<(\w+)> <\w+>\]/.exec(pdf.toString("latin1"))?.[1];
    expect(idOf(one)).toMatch(/^[0-9a-f]{32}$/);
    expect(idOf(await collect(certificates(4)))).not.toBe(idOf(one));
  });

  test("one page is what encodePdf writes", async () => {
    expect((await collect(certificates(1))).equals(await encodePdf(await certificate(0), options))).toBe(
      true,
    );
  });

  test("pages have sizes of their own", async () => {
    const page = (width: number) =>
      painter.paintPage({ width, height: 100, background: null, alt: "", layers: [] }, () => null);
    const pdf = await collect([await page(200), await page(400)]);
    expect(count(pdf, /\/MediaBox \[0 0 150 75\]/g)).toBe(1);
    expect(count(pdf, /\/MediaBox \[0 0 300 75\]/g)).toBe(1);
  });

  test("no page is refused, and a page that fails ends the file", async () => {
    await expect(collect([])).rejects.toThrow("at least one page");
    async function* failing(): AsyncGenerator<PaintedPage> {
      yield certificate(0);
      throw new Error("this row fails");
    }
    await expect(collect(failing())).rejects.toThrow("this row fails");
  });
});
