import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { TextLayer, TextStyle } from "@/lib/template/layers/text";
import { createFontBook } from "./font-book";
import { loadFonts } from "./load-fonts";
import { textLayer } from "./testing/layers";
import { layoutText } from "./text-layout";

const PUBLIC = join(import.meta.dirname, "../../public");

/** Lays a text out with nothing loaded before, and tells which files that took. */
async function laidOut(layer: TextLayer) {
  const loadFont = vi.fn((file: string) => readFile(join(PUBLIC, file)));
  const book = createFontBook(loadFont);
  await loadFonts([layer], book);
  const runs = layoutText(layer, book).lines.flatMap((line) => line.runs);
  return {
    fonts: runs.map((run) => [run.text, run.font.replace(/^\/fonts\/|\.ttf$/g, "")]),
    loaded: loadFont.mock.calls.map(([file]) => file.replace(/^\/fonts\/|\.ttf$/g, "")),
    glyphs: runs.flatMap((run) => run.glyphs.map(({ id }) => id)),
  };
}
const inFont = (text: string, style: Partial<TextStyle> = {}) =>
  laidOut(textLayer(text, { width: 4000, style }));

describe("the font of a script", () => {
  it.each([
    ["مرحبا", "arabic"],
    ["שלום", "hebrew"],
    ["ދިވެހި", "thaana"],
    ["Երևան", "armenian"],
    ["თბილისი", "georgian"],
    ["አዲስ", "ethiopic"],
    ["नमस्ते।", "devanagari"],
    ["বাংলা।", "bengali"],
    ["ਪੰਜਾਬੀ", "gurmukhi"],
    ["ગુજરાતી", "gujarati"],
    ["ଓଡ଼ିଆ", "oriya"],
    ["தமிழ்", "tamil"],
    ["తెలుగు", "telugu"],
    ["ಕನ್ನಡ", "kannada"],
    ["മലയാളം", "malayalam"],
    ["සිංහල", "sinhala"],
    ["ภาษาไทย", "thai"],
    ["ພາສາລາວ", "lao"],
    ["ខ្មែរ", "khmer"],
    ["မြန်မာ", "myanmar"],
    ["你好，世界！", "sc"],
    ["こんにちは", "jp"],
    ["안녕하세요", "kr"],
    ["𝓗𝓮𝓵𝓵𝓸", "math"],
    ["☎☏", "symbols-2"],
  ])("of %s is Noto Sans %s, and no other Noto is loaded for it", async (text, name) => {
    const { fonts, loaded, glyphs } = await inFont(text);
    expect(fonts).toEqual([[text, `noto-sans-${name}/400`]]);
    expect(glyphs).not.toContain(0);
    const asked = name === "symbols-2" ? ["noto-sans-symbols/400"] : [];
    expect(loaded).toEqual(["inter/400", ...asked, `noto-sans-${name}/400`]);
  });

  it("comes in the nearest weight, and upright where the text is italic", async () => {
    expect((await inFont("שלום", { fontWeight: 600, italic: true })).fonts).toEqual([
      ["שלום", "noto-sans-hebrew/700"],
    ]);
    expect((await inFont("☏", { fontWeight: 800 })).fonts).toEqual([["☏", "noto-sans-symbols-2/400"]]);
  });

  it("is asked only after the family of the text and Inter", async () => {
    const { loaded } = await inFont("Łódź Щёголева", { fontFamily: "Bebas Neue" });
    expect(loaded).toEqual(["bebas-neue/400", "inter/400"]);
    expect((await inFont("ไทย฿", { fontFamily: "Lora" })).fonts).toEqual([
      ["ไทย", "noto-sans-thai/400"],
      ["฿", "inter/400"],
    ]);
    expect((await inFont("नमस्ते", { fontFamily: "Poppins" })).fonts).toEqual([["नमस्ते", "poppins/400"]]);
  });

  it.each(["Щёголева Ґалаґан Өмірбек Ћирић", "Ἀλέξανδρος Ἕλληνος ᾠδή", "Nguyễn Đặng", "Çağatay Þórður"])(
    "is Inter in each of its weights for %s",
    async (text) => {
      for (const fontWeight of [400, 500, 600, 700, 800])
        for (const italic of [false, true])
          expect((await inFont(text, { fontWeight, italic })).fonts).toHaveLength(1);
    },
  );
});

describe("Han characters", () => {
  it.each([
    ["骨直", "sc"],
    ["骨直の", "jp"],
    ["骨直。\nカタカナ", "jp"],
    ["骨直 서울", "kr"],
    ["骨直ㄅ", "tc"],
    ["骨直 陳怡君", "tc"],
    ["骨直 渡邉", "jp"],
  ])("of %j are those of %s", async (text, region) => {
    const { fonts } = await inFont(text);
    expect(fonts.filter(([run]) => /骨/.test(run ?? ""))).toEqual([
      [expect.stringContaining("骨直"), `noto-sans-${region}/400`],
    ]);
  });

  it("that the first family lacks are looked for in the others", async () => {
    const { fonts, glyphs } = await inFont("你𠮷㒨你");
    expect(glyphs).not.toContain(0);
    expect(fonts[0]?.[1]).toBe("noto-sans-sc/400");
    expect(new Set(fonts.map(([, font]) => font)).size).toBeGreaterThan(1);
  });
});

describe("a stand-in that cannot be read", () => {
  it("leaves boxes in the text's own font, and is tried once by each call until it can", async () => {
    const broken = new Set(["/fonts/noto-sans-hebrew/400.ttf"]);
    const loadFont = vi.fn(async (file: string) => {
      if (broken.has(file)) throw new Error("offline");
      return readFile(join(PUBLIC, file));
    });
    const book = createFontBook(loadFont);
    const layer = textLayer("Anna שלום ไทย");
    const tries = () => loadFont.mock.calls.filter(([file]) => broken.has(file)).length;
    const fonts = () => layoutText(layer, book).lines[0]?.runs.map((run) => [run.text, run.font]);
    await loadFonts([layer, layer], book);
    expect(tries()).toBe(1);
    expect(fonts()).toEqual([
      ["Anna ", "/fonts/inter/400.ttf"],
      ["שלום", "/fonts/inter/400.ttf"],
      [" ", "/fonts/inter/400.ttf"],
      ["ไทย", "/fonts/noto-sans-thai/400.ttf"],
    ]);
    const [, boxes] = layoutText(layer, book).lines[0]?.runs ?? [];
    expect(boxes?.glyphs.every(({ id }) => id === 0)).toBe(true);
    await loadFonts([layer], book);
    expect(tries()).toBe(2);
    broken.clear();
    await loadFonts([layer], book);
    expect(fonts()).toContainEqual(["שלום", "/fonts/noto-sans-hebrew/400.ttf"]);
  });

  it("fails the call when a text asks for it by name", async () => {
    const book = createFontBook(async (file) => {
      if (file.includes("hebrew")) throw new Error("offline");
      return readFile(join(PUBLIC, file));
    });
    const own = textLayer("שלום", { style: { fontFamily: "Noto Sans Hebrew" } });
    await expect(loadFonts([own], book)).rejects.toThrow("offline");
    await expect(loadFonts([textLayer("שלום"), own], book)).rejects.toThrow("offline");
  });
});

describe("emoji", () => {
  it("come from the emoji font, text signs from the text's", async () => {
    const { fonts, loaded } = await inFont("a👍🏽©1❤\ufe0f☎b");
    expect(fonts).toEqual([
      ["a", "inter/400"],
      ["👍🏽", "twemoji/400"],
      ["©1", "inter/400"],
      ["❤\ufe0f", "twemoji/400"],
      ["☎", "noto-sans-symbols-2/400"],
      ["b", "inter/400"],
    ]);
    expect(loaded).toContain("twemoji/400");
  });

  it("come from the emoji font where the text's has a plain one", async () => {
    expect((await inFont("⬜")).fonts).toEqual([["⬜", "twemoji/400"]]);
    expect((await inFont("⬜\ufe0e")).fonts).toEqual([["⬜\ufe0e", "inter/400"]]);
  });

  it("are one glyph each, also between letters of other scripts and right to left", async () => {
    for (const text of ["👨‍👩‍👧‍👦", "🇵🇱", "1\ufe0f\u20e3", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏽‍🚀"]) {
      for (const [before, after] of [
        ["", ""],
        ["Łódź", "a"],
        ["مرحبا", "س"],
        ["你", "好"],
        ["नम", "ते"],
      ]) {
        const { lines } = await (async () => {
          const book = createFontBook((file) => readFile(join(PUBLIC, file)));
          const layer = textLayer(`${before}${text}${after}`, { width: 4000 });
          await loadFonts([layer], book);
          return layoutText(layer, book);
        })();
        const emoji = lines[0]?.runs.filter((run) => run.font === "/fonts/twemoji/400.ttf") ?? [];
        expect(emoji.map((run) => run.text)).toEqual([text]);
        expect(emoji[0]?.width).toBeCloseTo(32, 1);
      }
    }
  }, 60_000);

  it("are not loaded for a text without any", async () => {
    expect((await inFont("Łódź © ™ 1, 2")).loaded).toEqual(["inter/400"]);
    expect((await inFont("Łódź © שלום")).loaded).toEqual(["inter/400", "noto-sans-hebrew/400"]);
  });
});

describe("characters that no font has", () => {
  it.each([
    ["private use", "\u{f0000}\u{100000}"],
    ["unassigned", "\u0378\u{10ffff}"],
    ["a script without a font of ours", "ᚠᚢ"],
    ["an emoji of the future", "\u{1fae9}\u{1fbff}"],
  ])("%s: the text's own font shows its missing glyph", async (_, text) => {
    const { fonts, glyphs } = await inFont(text, { fontFamily: "Lora" });
    expect(fonts).toEqual([[text, "lora/400"]]);
    expect(glyphs.every((id) => id === 0)).toBe(true);
  });

  it("do not stop an ellipsis: its font is loaded too", async () => {
    const { fonts, loaded, glyphs } = await laidOut(
      textLayer("👍".repeat(20), {
        fit: "ellipsis",
        width: 120,
        height: 40,
        style: { fontFamily: "Twemoji Mozilla" },
      }),
    );
    expect(loaded).toEqual(["twemoji/400", "inter/400"]);
    expect(fonts.at(-1)).toEqual(["…", "inter/400"]);
    expect(glyphs).not.toContain(0);
  });

  it("do not split a text at invisible ones", async () => {
    const { fonts } = await inFont("a\u200bb\ufeff\u200d\u2060c\u2066d\u2069", { fontFamily: "Lora" });
    expect(fonts.every(([, font]) => font === "lora/400")).toBe(true);
  });
});
