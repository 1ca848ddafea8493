import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import { type BrowserPage, openBrowserPage } from "./testing/browser-page";
import { textLayer } from "./testing/layers";
import { measureHtml } from "./testing/measure-html";
import { nodePainter } from "./testing/node-painter";

/**
 * None has a space before one of ! ? : ; % » › or inside « »: a browser breaks there, and we do not, so that such a
 * sign never stands alone on a line (`text/break-opportunities.ts`).
 */
const TEXTS = [
  "Nguyễn Thị Minh Khai",
  "Seán O'Neil",
  "Łódź, Żółć i Gdańsk",
  "Щёголева Анна Сергеевна",
  "AVATAR WAVE To Ty P. LT",
  "Donaudampfschifffahrtsgesellschaft AG & Co. KG",
  "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "Hello Maria, thank you for being a loyal customer this year!",
  "You have 1,250 points worth $12.50 (until 31/12/2025).",
  "“Quoted” and ‘single’ and \"straight\" and 'plain'",
  "em—dash, hyphen-ated, minus −5, non‑breaking, 1999–2024",
  "https://example.com/some/path/to/a/page?first_name=Maria&points=250#top",
  "www.nameplate.example/very-long-path_with_underscores/and/slashes",
  "anna.nguyen+newsletter@example.co.uk",
  "A",
  "I",
  "fi fl ffi ffl office affluent",
  "McDonald de la Cruz van der Berg",
  "0",
  "50% off, 20% more",
  "[VIP] Ann & {curly} <tag>",
  "AT&T C++ C# F.A.Q. e.g. i.e.",
  "Price: 1.999,00 € / 2 000 kr / £5 / ¥500",
  "Hyphen-ation-heavy-word-with-many-parts",
  "3-for-2 1/2 24/7 12:30 10×10 5′10″",
  "What?! No... Yes: (maybe) [ok]; done.",
  "Two  spaces   three    four",
  "Line one\nLine two is longer\nThree",
  "Ends with a break\n\nafter an empty line",
  "ALL CAPS HEADLINE FOR THE SUMMER SALE",
  "lower case only words in a row to wrap",
  "Crème brûlée, jalapeño, façade, naïve, Ærøskøbing",
  "Ελληνικά: Αλέξανδρος Παπαδόπουλος",
  "Dvořák Jiří, Çağatay Şahin, Þórður Guðmundsson",
  "Straße Grüße Öl Übermut ẞ",
  "1234567890 0987654321 1111111111",
  "Café No. 5 — “L’été” à l’hôtel",
  "Mr. & Mrs. Fitzgerald-Worthington III, Esq.",
  "International Business Machines Corporation of North America",
  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
  "Точка, точка, запятая — вышла рожица кривая!",
  "x".repeat(120),
  "Kraków—Łódź—Wrocław/Poznań\\Gdańsk|Sopot",
  "$100-$200, 10%-20%, #1-#5, @home/@work",
  "word…another…third…fourth…fifth",
  "(parenthesised)(twice)(thrice)(and)(again)",
];

const FONTS = [
  { fontFamily: "Inter", fontWeight: 400, fontSize: 24 },
  { fontFamily: "Inter", fontWeight: 700, fontSize: 57.5 },
  { fontFamily: "Roboto", fontWeight: 500, fontSize: 31 },
  { fontFamily: "Open Sans", fontWeight: 400, italic: true, fontSize: 18 },
  { fontFamily: "Lato", fontWeight: 900, fontSize: 42 },
  { fontFamily: "Montserrat", fontWeight: 600, fontSize: 36, letterSpacing: 3 },
  { fontFamily: "Poppins", fontWeight: 400, fontSize: 27.3 },
  { fontFamily: "Playfair Display", fontWeight: 700, fontSize: 64 },
  { fontFamily: "Lora", fontWeight: 400, fontSize: 16 },
  { fontFamily: "Bebas Neue", fontWeight: 400, fontSize: 72 },
  { fontFamily: "Dancing Script", fontWeight: 400, fontSize: 48, letterSpacing: -1 },
  { fontFamily: "JetBrains Mono", fontWeight: 400, fontSize: 20 },
  { fontFamily: "Space Grotesk", fontWeight: 500, fontSize: 29 },
];

const ALIGNMENTS = ["left", "center", "right"] as const;

/** From four times the font size: below it browsers guess rather than measure where to cut a word. */
const widths = (fontSize: number) => [Math.round(fontSize * 4), 433, 1117];

let browser: BrowserPage;
beforeAll(async () => {
  browser = await openBrowserPage();
});
afterAll(() => browser.close());

/** Differences of more than `tolerance` px, and all in where lines break. */
async function compare(
  layers: readonly TextLayer[],
  tolerance = 1,
  families: readonly string[] = [],
): Promise<string[]> {
  const painter = await nodePainter();
  await painter.prepare({ layers: [...layers] });
  const html = await measureHtml(browser.page, layers, families);
  const faults: string[] = [];
  for (const [index, layer] of layers.entries()) {
    const ours = painter.layoutText(layer).lines.filter((line) => line.text !== "");
    const theirs = (html[index] ?? []).filter((line) => line.text.trim() !== "");
    const name = `${JSON.stringify(layer.runs.map((run) => run.text).join("|"))} ${JSON.stringify(layer.style)} ${layer.width}`;
    const texts = (lines: readonly { text: string }[]) => lines.map((line) => line.text.trimEnd()).join("|");
    if (texts(ours) !== texts(theirs)) {
      faults.push(`breaks: ${texts(ours)}\n  Chromium: ${texts(theirs)}\n  ${name}`);
      continue;
    }
    for (const [row, line] of ours.entries()) {
      const their = theirs[row];
      if (!their) continue;
      const off = [line.x - their.left, line.width - their.width, line.baseline - their.baseline];
      if (off.some((difference) => Math.abs(difference) > tolerance))
        faults.push(`line ${row} off by x, width, baseline ${off.join(", ")}\n  ${name}`);
    }
  }
  return faults;
}

describe("lines beside Chromium's layout of the same text as HTML", () => {
  it.each(FONTS.map((style, index) => ({ ...style, align: ALIGNMENTS[index % ALIGNMENTS.length] })))(
    "$fontFamily $fontWeight at $fontSize px, $align",
    async ({ align, ...style }) => {
      const layers = TEXTS.flatMap((text) =>
        widths(style.fontSize).map((width) => textLayer(text, { width, style, align })),
      );
      const faults = await compare(layers);
      expect(faults.join("\n"), `${faults.length} of ${layers.length}`).toBe("");
    },
  );

  it("Caveat, whose alternates depend on letters of the line before", async () => {
    const style = { fontFamily: "Caveat", fontWeight: 700, fontSize: 33 };
    const layers = TEXTS.flatMap((text) => widths(33).map((width) => textLayer(text, { width, style })));
    expect((await compare(layers, 2)).join("\n")).toBe("");
  });

  it("Hebrew, right to left, with Latin and digits inside", async () => {
    const texts = [
      "שלום עולם",
      "שלום Anna, יש לך 250 נקודות היום",
      "Hello שלום עולם and again",
      "(בדיקה) 12–34, 50%",
    ];
    const style = { fontFamily: "Open Sans", fontSize: 30 };
    const layers = texts.flatMap((text) =>
      [120, 260, 900].map((width) => textLayer(text, { width, style, align: "right" })),
    );
    expect((await compare(layers)).join("\n")).toBe("");
  });

  it("sizes, weights and families mixed in a line", async () => {
    const runs = [
      { text: "Dear ", style: {} },
      { text: "Nguyễn Thị", style: { fontSize: 54, fontWeight: 700 } },
      { text: ", you have ", style: {} },
      { text: "1,250", style: { fontSize: 80, fontFamily: "Playfair Display", fontWeight: 900 } },
      { text: " points until ", style: { fontSize: 20, fontFamily: "Lora" } },
      { text: "31 December", style: { letterSpacing: 4 } },
    ];
    const layers = [200, 420, 700, 1400].map((width) => textLayer("", { width, runs, lineHeight: 1.35 }));
    expect((await compare(layers)).join("\n")).toBe("");
  });

  it.each([
    ["Arabic", ["مرحبا بالعالم، لديك 250 نقطة", "السلام عليكم ورحمة الله", "عزيزي Anna، شكرا (جدا)"]],
    ["Devanagari", ["नमस्ते दुनिया, क्षत्रिय श्रीमती", "प्रिय राजेश जी, आपके 250 अंक हैं।"]],
    ["Bengali", ["প্রিয় রবীন্দ্রনাথ ঠাকুর, বাংলা ক্ষমা"]],
    ["Gurmukhi", ["ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ, ਪੰਜਾਬੀ ਗੁਰਮੁਖੀ"]],
    ["Tamil", ["வணக்கம் தமிழ்நாடு, ஸ்ரீ கொள்கை"]],
    ["Telugu", ["తెలుగు శ్రీ ఆంధ్ర ప్రదేశ్"]],
    ["Malayalam", ["മലയാളം കേരളം ക്ഷേത്രം"]],
    ["Georgian", ["გამარჯობა საქართველო"]],
    ["Armenian", ["Բարեւ Հայաստան"]],
    ["Ethiopic", ["ሰላም አዲስ አበባ ኢትዮጵያ"]],
    ["SC", ["你好，世界。「再见」吗？", "尊敬的王小明先生：您有250积分！"]],
    ["JP", ["「山田太郎」さん、こんにちは。", "カタカナとひらがなの、テスト。"]],
    ["KR", ["안녕하세요, 서울 시민 여러분!"]],
  ])("%s", async (name, texts) => {
    const layers = texts.flatMap((text) =>
      [150, 290, 900].map((width) =>
        textLayer(text, { width, align: "start", style: { fontFamily: "Roboto", fontSize: 30 } }),
      ),
    );
    expect((await compare(layers, 1, [`Noto Sans ${name}`])).join("\n")).toBe("");
  });

  it.each([
    ["Thai", ["สวัสดีครับ คุณสมชาย น้ำใจ", "กรุงเทพมหานคร ที่นี่"]],
    ["Lao", ["ສະບາຍດີ ນ້ຳ ພາສາລາວ"]],
    ["Khmer", ["សួស្តី ភ្នំពេញ ព្រះរាជាណាចក្រកម្ពុជា"]],
    ["Myanmar", ["မင်္ဂလာပါ မြန်မာနိုင်ငံ ကျေးဇူး"]],
  ])("%s, on one line: a browser breaks it by its dictionary", async (name, texts) => {
    const layers = texts.map((text) => textLayer(text, { width: 1100, style: { fontSize: 30 } }));
    expect((await compare(layers, 1, [`Noto Sans ${name}`])).join("\n")).toBe("");
  });

  // Without keycaps: a browser takes their digit from the first font that has it.
  it("emoji between letters", async () => {
    const texts = ["Hi 👨‍👩‍👧‍👦 and 👍🏽🇵🇱", "🧑🏽‍🚀 a", "a ❤️ b", "a ☎️ b"];
    const layers = texts.flatMap((text) => [130, 700].map((width) => textLayer(text, { width })));
    expect((await compare(layers, 1, ["Twemoji Mozilla"])).join("\n")).toBe("");
  });
});
