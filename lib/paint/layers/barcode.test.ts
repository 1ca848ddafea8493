import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { barcodeContent, type Symbology, symbology } from "@/lib/template/barcode-text";
import type { Painter } from "../painter";
import { barcodeLayer } from "../testing/measure-cases";
import { nodePainter } from "../testing/node-painter";
import { rasterInNode } from "../testing/raster";
import { loadBarcodeReader, readBarcode } from "../testing/read-barcode";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
  await loadBarcodeReader();
});

const pictureOf = async (layer: ReturnType<typeof barcodeLayer>) =>
  rasterInNode((await painter.paintLayer(layer, () => null)).svg);

const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
});
const latin = fc.constantFrom("é", "ü", "Ñ", "ß", "£", "ÿ").chain((sign) => ascii.map((rest) => sign + rest));
const words = fc
  .array(
    fc.constantFrom(
      "Łódź ",
      "Nguyễn ",
      "Щёголева",
      "日本",
      "👩‍👩‍👧",
      "https://example.com/?a=1&b=2",
      "{{",
      "A1",
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

const TEXTS: Record<Symbology, fc.Arbitrary<string>> = {
  code128: fc.oneof(ascii, latin, fc.stringMatching(/^\d{1,40}$/)),
  ean13: digits(12),
  upca: digits(11),
  datamatrix: fc.oneof(ascii, words, latin),
  pdf417: fc.oneof(ascii, words, latin, fc.stringMatching(/^[A-Z]\d{5,60}[A-Z]?$/)),
};

describe.each(symbology.options)("%s", (kind) => {
  it("is read back as it was written, for fifty texts", async () => {
    const sound = TEXTS[kind].filter((text) => barcodeContent(kind, text) !== null);
    const run = async (text: string) => {
      const layer = barcodeLayer(text, { symbology: kind, width: 900, height: 400, quietZone: 4 });
      const read = await readBarcode(await pictureOf(layer), kind);
      const content = barcodeContent(kind, text);
      // A reader may tell a UPC-A code as the EAN-13 code it is, with a zero before it.
      expect(kind === "upca" ? read?.slice(-12) : read).toBe(content);
    };
    await fc.assert(fc.asyncProperty(sound, run), { numRuns: 50 });
  }, 120_000);
});

describe("a barcode", () => {
  it.each([
    ["code128", "Ab-1", 333, 120],
    ["ean13", "590123412345", 301, 150],
    ["datamatrix", "https://example.com", 127, 131],
    ["pdf417", "Łódź", 401, 99],
  ] as const)("%s has modules of whole pixels", async (kind, text, width, height) => {
    const { data } = await pictureOf(
      barcodeLayer(text, { symbology: kind, width, height, color: "#000000", showText: false }),
    );
    expect([...new Set(data.filter((_, index) => index % 4 === 0))].sort()).toEqual([0, 255]);
  });

  it("says its fallback for a text that it cannot hold", async () => {
    const layer = barcodeLayer("Щёголева", { fallbackText: "GUEST" });
    expect(await readBarcode(await pictureOf(layer), "code128")).toBe("GUEST");
  });

  it("leaves its background alone when it can hold neither, and nothing without one", async () => {
    const layer = barcodeLayer("Щёголева", { fallbackText: "Ж" });
    const { svg } = await painter.paintLayer(layer, () => null);
    expect(svg).toContain('><rect width="400" height="200" fill="#ffffff"/></svg>');
    expect((await painter.paintLayer({ ...layer, background: null }, () => null)).svg).toMatch(/"><\/svg>$/);
  });

  it.each(["datamatrix", "pdf417", "code128"] as const)("holds the longest text as %s", async (kind) => {
    const text = kind === "code128" ? "é".repeat(80) : `${"aB3;é".repeat(83)}12`;
    expect(barcodeContent(kind, text)).toBe(text);
    const layer = barcodeLayer(text, { symbology: kind, width: 2200, height: 700 });
    expect(await readBarcode(await pictureOf(layer), kind)).toBe(text);
  });

  it("shows its text below the bars only where that is asked for", async () => {
    const outlines = async (showText: boolean) =>
      (await painter.paintLayer(barcodeLayer("A", { showText }), () => null)).svg.match(/<path/g)?.length;
    expect(await outlines(false)).toBe(1);
    expect(await outlines(true)).toBe(2);
  });
});
