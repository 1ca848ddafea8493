import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Painter } from "@/lib/paint/painter";
import { createPainter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { groupLayer, shapeLayer, textLayer } from "@/lib/paint/testing/layers";
import { mixedTexts } from "@/lib/paint/testing/mixed-texts";
import { loadFontFile } from "@/lib/paint/testing/node-painter";
import type { TextLayer } from "@/lib/template/layers/text";
import { pageSize } from "@/lib/template/paper";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Document } from "@/lib/template/schema";
import { courseCertificate } from "@/lib/template/starters/course-certificate";
import { employeeAward } from "@/lib/template/starters/employee-award";
import { encodePdf } from "./encode-pdf";
import { fontsOfPdf } from "./testing/fonts-of-pdf";
import { rasterPdf, textsOfPdf } from "./testing/raster-pdf";

const CFF = "/user-fonts/cff";
const FORBIDDEN = "/user-fonts/forbidden";

let painter: Painter;

beforeAll(async () => {
  painter = createPainter({ satori: await satoriNode(), loadFont: fontFile });
  painter.addFamilies(
    [CFF, FORBIDDEN].map((file) => {
      const family = file === CFF ? "Curves" : "Forbidden";
      return {
        family,
        label: family,
        category: "sans",
        faces: [{ family, weight: 400, italic: false, file }],
      };
    }),
  );
});

/** Fonts of this checkout, one with the curves of PostScript, and one whose maker forbids that files hold it. */
async function fontFile(file: string): Promise<Uint8Array> {
  if (file === CFF) return readFile(join(process.cwd(), "node_modules/bwip-js/fonts/Inconsolata.otf"));
  if (file !== FORBIDDEN) return loadFontFile(file);
  const bytes = Buffer.from(await loadFontFile("/fonts/lora/400.ttf"));
  const record = bytes.indexOf("OS/2", 0, "latin1");
  bytes.writeUInt16BE(0x0002, bytes.readUInt32BE(record + 8) + 8);
  return bytes;
}

const page = (layers: ResolvedLayer[], width = 1000, height = 300) => ({
  width,
  height,
  background: null,
  alt: "",
  layers,
});

async function pdfOf(layers: ResolvedLayer[]): Promise<Buffer> {
  const painted = await painter.paintPage(page(layers), () => null);
  return encodePdf(painted, { title: "", language: null, fontFile });
}

const wide = (text: string, more: Parameters<typeof textLayer>[1] = {}) =>
  textLayer(text, { width: 1000, height: 200, ...more });

const GRADIENT: TextLayer["fill"] = {
  kind: "linear",
  angle: 90,
  stops: [
    { offset: 0, color: "#ff0000" },
    { offset: 1, color: "#0000ff" },
  ],
};

/** Marks upon one letter may come in another order, which is the same text. */
const same = (text: string) => text.normalize("NFD");

async function textOf(layers: ResolvedLayer[]): Promise<string> {
  const [text = ""] = await textsOfPdf(await pdfOf(layers));
  return same(text);
}

const TEXTS = {
  accents: "Nguyễn Łódź Straße Ærøskøbing Ünïcödé",
  decomposed: "e\u0301te\u0301 n\u0303",
  ligatures: "office affluent fi ffl ffi fjord",
  kerning: "AV To Wa. LT, P. Yo",
  Cyrillic: "Щёголева Київ",
  Greek: "Αλέξανδρος Ἀθῆναι",
  Arabic: "السلام عليكم محمد لله",
  "Arabic with vowels": "مُحَمَّد السَّلَام",
  Hebrew: "שלום עולם ירושלים",
  "Hebrew with points": "בְּרֵאשִׁית בָּרָא",
  Hindi: "नमस्ते हिन्दी र्कि श्रीमती क्षत्रिय",
  Tamil: "தமிழ் கொள்கை வணக்கம்",
  Bengali: "রবীন্দ্রনাথ কৌতুক",
  Thai: "น้ำ ขอบคุณ กรุงเทพมหานคร เที่ยว",
  Khmer: "កម្ពុជា ភ្នំពេញ",
  Burmese: "မြန်မာနိုင်ငံ",
  Chinese: "你好，世界。谢谢您！",
  Japanese: "「山田太郎」さん、こんにちは。カタカナ",
  Korean: "안녕하세요 서울",
  emoji: "👍 a 👨‍👩‍👧‍👦 🇵🇱 b 🧑🏽‍🚀 1️⃣ ❤️",
  digits: "ACME-2026-000123 · 1,250.00 € (50 %)",
};

describe("what can be copied is what is written", () => {
  const LOOKS: Record<string, Parameters<typeof textLayer>[1]> = {
    plain: {},
    "letter-spaced": { style: { letterSpacing: 9 } },
    "closely spaced": { style: { letterSpacing: -1.5 } },
    underlined: { style: { underline: true, fontFamily: "Playfair Display", italic: true } },
    "a gradient": { fill: GRADIENT },
    "a solid fill": { fill: { kind: "solid", color: "#123456" } },
    outlined: { stroke: { color: "#cc0033", width: 4 } },
    "with a shadow": { shadow: { x: 4, y: 4, blur: 6, color: "#00000080" } },
    transparent: { opacity: 0.5, style: { color: "#33669980" } },
    turned: { rotation: 30, width: 500, x: 100 },
    "in another family": { style: { fontFamily: "Lato", fontWeight: 900 } },
  };
  for (const [look, more] of Object.entries(LOOKS)) {
    test.each(Object.entries(TEXTS))(`${look}: %s`, async (_name, text) => {
      const layer = wide(text, { ...more, fit: "line", minFontSize: 4 });
      expect(await textOf([layer])).toBe(same(text));
    });
  }

  test("capitals as they are shown, and an ellipsis where the text ends", async () => {
    expect(await textOf([wide("straße école", { style: { transform: "upper" } })])).toBe(
      same("STRASSE ÉCOLE"),
    );
    const cut = textLayer("Thank you for coming, Seán O'Neil, and come again soon!", {
      fit: "ellipsis",
      maxLines: 1,
      width: 300,
    });
    expect(await textOf([cut])).toMatch(/^Thank you .*…$/);
  });

  test("lines from top to bottom, runs from left to right, layers from back to front", async () => {
    const layer = textLayer("", {
      width: 1000,
      runs: [
        { text: "Dear ", style: {} },
        { text: "Łódź", style: { fontSize: 70, color: "#cc0033cc", fontWeight: 800 } },
        { text: " & friends\nand ", style: { fontFamily: "Caveat", letterSpacing: 3 } },
        { text: "others", style: { underline: true } },
      ],
    });
    expect(await textOf([layer, { ...wide("the end"), id: "b", y: 240 }])).toBe(
      same("Dear Łódź & friends and others the end"),
    );
  });

  test("in turned groups, in masked groups, and of the letters that mask", async () => {
    const text = (id: string, words: string, y: number) => ({ ...wide(words), id, y });
    const masked = (backmost: ResolvedLayer) =>
      groupLayer([backmost, text("over", "seen through", 0)], { masked: true, width: 1000, height: 200 });
    const group = groupLayer([text("in", "inside", 0)], { opacity: 0.4, rotation: 20, width: 1000 });
    expect(await textOf([group])).toBe("inside");
    expect(await textOf([masked(shapeLayer({ width: 900, height: 200 }))])).toBe("seen through");
    const letters = masked({ ...text("mask", "MASK", 0), opacity: 0.5 });
    expect((await textOf([letters])).split(" ").sort()).toEqual(["MASK", "seen", "through"]);
  });

  test("in a font with the curves of PostScript, and in one that no file may hold", async () => {
    for (const fontFamily of ["Curves", "Forbidden"]) {
      expect(await textOf([wide("Office for Seán", { style: { fontFamily } })])).toBe(
        same("Office for Seán"),
      );
    }
  });

  test("of any text in any script, as far as no line has two directions", async () => {
    const texts = mixedTexts(150, 7).filter((text) => !/[\u0590-\u08ff\u200b-\u2069\ufffd]/.test(text));
    expect(texts.length).toBeGreaterThan(60);
    const looks = Object.values(LOOKS);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.constantFrom(...looks), async (text, look) => {
        const layer = wide(text, { ...look, fit: "shrink", minFontSize: 4 });
        const words = same(text).replace(/\s+/g, "");
        expect((await textOf([layer])).replace(/\s+/g, "")).toBe(words);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

describe("the page looks like the picture", () => {
  /** How far the page is from the picture at three times the size, where letters stand on thirds of a px: of 255. */
  async function distance(layers: ResolvedLayer[], height = 300): Promise<{ mean: number; share: number }> {
    const document = page(layers, 1000, height);
    const pdf = await encodePdf(await painter.paintPage(document, () => null), {
      title: "",
      language: null,
      fontFile,
    });
    return farFrom(pdf, await painter.paintDocument(document, () => null, 3));
  }

  async function farFrom(pdf: Buffer, svg: string): Promise<{ mean: number; share: number }> {
    const { data, info } = await sharp(Buffer.from(svg))
      .flatten({ background: "#ffffff" })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const drawn = await rasterPdf(pdf, { width: info.width, height: info.height });
    const page = pageSize({ width: info.width / 3, height: info.height / 3 });
    expect(drawn.points.width).toBeCloseTo(page.width, 2);
    expect(drawn.points.height).toBeCloseTo(page.height, 2);
    let sum = 0;
    let far = 0;
    for (const [index, byte] of data.entries()) {
      const off = Math.abs(byte - (drawn.data[index] ?? 0));
      sum += off;
      if (off > 96) far += 1;
    }
    return { mean: sum / data.length, share: far / data.length };
  }

  test.each(Object.entries(TEXTS))("%s", async (_name, text) => {
    const { mean, share } = await distance([wide(text, { fit: "shrink", minFontSize: 4 })]);
    expect(mean).toBeLessThan(0.35);
    expect(share).toBeLessThan(0.002);
  });

  test.each<[string, Parameters<typeof textLayer>[1]]>([
    ["spaced", { style: { letterSpacing: 14, fontFamily: "Oswald" } }],
    ["see-through letters that overlap", { style: { fontFamily: "Dancing Script", color: "#aa000066" } }],
    ["turned and transparent", { rotation: 9, opacity: 0.6 }],
    ["in curves of PostScript", { style: { fontFamily: "Curves" } }],
    ["over its shadow", { shadow: { x: 4, y: 4, blur: 6, color: "#00000080" } }],
  ])("%s", async (_name, more) => {
    const style = { fontSize: 130, ...more?.style };
    const { mean, share } = await distance([wide("Together now", { ...more, style })], 220);
    expect(mean).toBeLessThan(0.6);
    expect(share).toBeLessThan(0.002);
  });

  test("and letters that stand two px off are seen", async () => {
    const layers = [wide(TEXTS.accents)];
    const pdf = await pdfOf(layers);
    const moved = await painter.paintDocument(page([{ ...wide(TEXTS.accents), x: 2 }]), () => null, 3);
    const there = await farFrom(pdf, await painter.paintDocument(page(layers), () => null, 3));
    const off = await farFrom(pdf, moved);
    expect(off.mean).toBeGreaterThan(there.mean * 8);
    expect(off.share).toBeGreaterThan(there.share * 8);
  });

  const LETTER: Document = { ...employeeAward, width: 1650, height: 1275 };
  test.each([
    ["A4", courseCertificate],
    ["Letter", LETTER],
  ])("a certificate on %s, which says all its words", async (_name, design) => {
    const values = design.samples[0]?.values ?? {};
    const { document } = resolveDocument(design, values, { now: 0 });
    const painted = await painter.paintPage(document, () => null);
    const pdf = await encodePdf(painted, { title: document.alt, language: "en", fontFile });
    const { mean, share } = await farFrom(pdf, await painter.paintDocument(document, () => null, 3));
    expect(mean).toBeLessThan(0.4);
    expect(share).toBeLessThan(0.002);
    const [text = ""] = await textsOfPdf(pdf);
    const name = Object.values(values)[0] ?? "";
    expect(name).not.toBe("");
    expect(same(text)).toContain(same(name));
    const { embedded, names } = fontsOfPdf(pdf);
    expect(embedded.sort()).toEqual(names.sort());
    expect(pdf.length).toBeLessThan(200_000);
  });
});

describe("the file", () => {
  test("holds a subset of each font and no other font", async () => {
    const layers = Object.values(TEXTS).map((text, index) => ({ ...wide(text), id: `t${index}` }));
    const curves = { ...wide("Curves", { style: { fontFamily: "Curves" } }), id: "curves" };
    const { names, embedded, kinds } = fontsOfPdf(await pdfOf([...layers, curves]));
    expect(names.length).toBeGreaterThan(4);
    expect(embedded.sort()).toEqual(names.sort());
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+[A-Za-z0-9-]+$/);
    expect(kinds.sort()).toEqual(["CIDFontType0", "CIDFontType2", "Type0"]);
  });

  test("does not hold a font whose maker forbids it", async () => {
    const pdf = await pdfOf([wide("Office", { style: { fontFamily: "Forbidden" } })]);
    expect(fontsOfPdf(pdf).names.map((name) => name.slice(7))).toEqual(["Blank"]);
  });

  test("is small, whatever the font weighs", async () => {
    expect((await pdfOf([wide(TEXTS.Chinese)])).length).toBeLessThan(20_000);
    expect((await pdfOf([wide(TEXTS.accents)])).length).toBeLessThan(20_000);
  });

  test("says its title and its language", async () => {
    const painted = await painter.paintPage(page([wide("Hi")]), () => null);
    const pdf = await encodePdf(painted, { title: "Certificate for (Ada)", language: "en-GB", fontFile });
    const text = pdf.toString("latin1");
    expect(text).toContain("/Lang (en-GB)");
    expect(text).toContain("(Certificate for \\(Ada\\))");
    expect(text).toContain("/DisplayDocTitle true");
  });

  test("is the same bytes for the same page, however painting was timed", async () => {
    const layers = [wide("Same"), { ...wide("آخر 👍"), id: "b" }];
    const [one, two] = [await pdfOf(layers), await pdfOf(layers)];
    expect(one.equals(two)).toBe(true);
  });

  test("takes what no font has as well as what any has", async () => {
    const missing = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0xe000 + index)).join("");
    expect(await textOf([wide(`a${missing}b`, { fit: "shrink" })])).toBe(`a${missing}b`);
  });
});
