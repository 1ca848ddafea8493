import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { createFontBook } from "./font-book";
import { loadFonts } from "./load-fonts";
import { textLayer } from "./testing/layers";
import { paragraphsOf } from "./text/paragraphs";
import { shapeParagraph } from "./text/shaped-paragraph";

const PUBLIC = join(import.meta.dirname, "../../public");
const book = createFontBook((file) => readFile(join(PUBLIC, file)));

/** Glyphs and advances as this project's layout has them, in font units. */
async function ours(family: string, text: string) {
  const layer = textLayer(text, { style: { fontFamily: family, fontSize: 1000 } });
  await loadFonts([layer], book);
  const [paragraph] = paragraphsOf(layer);
  if (!paragraph) throw new Error("a layer has at least one paragraph");
  const end = paragraph.text.length;
  const pieces = shapeParagraph(paragraph, book, false).pieces({ start: 0, visibleEnd: end, end });
  return pieces.flatMap(({ font, glyphs }) =>
    glyphs.map(({ id, advance }) => [id, Math.round((advance * font.unitsPerEm) / 1000)]),
  );
}

const opened = new Map<string, fontkit.Font>();

/** The same from fontkit, which shares no code with HarfBuzz. */
function theirs(family: string, text: string) {
  const { file } = book.chooseFace(family, 400, false);
  let font = opened.get(file);
  if (!font) {
    const created = fontkit.create(readFileSync(join(PUBLIC, file)));
    if (!("layout" in created)) throw new Error(`${file} is a collection`);
    font = created;
    opened.set(file, font);
  }
  const { glyphs, positions } = font.layout(text);
  return glyphs.map((glyph, index) => [glyph.id, Math.round(positions[index]?.xAdvance ?? Number.NaN)]);
}

/**
 * Left out is what fontkit 2.0.4 gets wrong or cannot do: it has no shaper for Burmese beyond unreordered letters, does
 * not take the Thai and Lao vowel am apart, does not put Telugu and Khmer subjoined ra before its consonant,
 * misplaces a Bengali reph, and throws on marks of Gurmukhi that have no anchor. Lines of these are held against a
 * browser in `text-chromium.browser.test.ts`.
 */
const TEXTS: readonly (readonly [family: string, text: string])[] = [
  ["Inter", "AVATAR office Nguyễn Łódź"],
  ["Inter", "Щёголева Анна"],
  ["Inter", "Αλέξανδρος"],
  ["Poppins", "Typography WAVE To"],
  ["Playfair Display", "affluent fi fl"],
  ["Noto Sans Arabic", "السلام عليكم"],
  ["Noto Sans Arabic", "محمد"],
  ["Noto Sans Hebrew", "שלום עולם"],
  ["Noto Sans Devanagari", "नमस्ते क्षत्रिय"],
  ["Noto Sans Devanagari", "हिन्दी श्रीमती"],
  ["Noto Sans Bengali", "বাংলা"],
  ["Noto Sans Bengali", "কৌতুক"],
  ["Noto Sans Bengali", "ক্ষমা"],
  ["Noto Sans Gurmukhi", "ਸਤਿ"],
  ["Noto Sans Gujarati", "ગુજરાતી ક્ષમા"],
  ["Noto Sans Oriya", "ଭୁବନେଶ୍ୱର"],
  ["Noto Sans Tamil", "தமிழ் வணக்கம்"],
  ["Noto Sans Telugu", "తెలుగు"],
  ["Noto Sans Kannada", "ಕನ್ನಡ ಬೆಂಗಳೂರು"],
  ["Noto Sans Malayalam", "മലയാളം"],
  ["Noto Sans Sinhala", "සිංහල"],
  ["Noto Sans Thai", "สวัสดีครับ เที่ยวเมืองไทย"],
  ["Noto Sans Lao", "ສະບາຍດີ ພາສາລາວ"],
  ["Noto Sans Khmer", "កម្ពុជា"],
  ["Noto Sans Khmer", "អរគុណ"],
  ["Noto Sans Myanmar", "မာ"],
  ["Noto Sans Georgian", "თბილისი"],
  ["Noto Sans Armenian", "Երևան Հայաստան"],
  ["Noto Sans Ethiopic", "አዲስ አበባ"],
  ["Noto Sans Thaana", "ދިވެހި"],
  ["Noto Sans SC", "你好，世界。"],
  ["Noto Sans JP", "こんにちは山田太郎"],
  ["Noto Sans KR", "안녕하세요 서울"],
  ["Twemoji Mozilla", "👨‍👩‍👧‍👦👍🏽🇵🇱🧑🏽‍🚀"],
];

describe("glyphs and advances beside fontkit's", () => {
  it.each(TEXTS)("%s: %s", async (family, text) => {
    const own = await ours(family, text);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(([id]) => id !== 0)).toBe(true);
    expect(own).toEqual(theirs(family, text));
  });
});
