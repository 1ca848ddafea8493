import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Painter } from "./painter";
import { textLayer } from "./testing/layers";
import { nodePainter } from "./testing/node-painter";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

async function layoutOf(layer: TextLayer) {
  await painter.prepare({ layers: [layer] });
  return painter.layoutText(layer);
}

const linesOf = async (layer: TextLayer) => (await layoutOf(layer)).lines.map((line) => line.text);

describe("lines", () => {
  it("break at spaces, keep hard breaks and empty lines, and let spaces hang", async () => {
    expect(await linesOf(textLayer("Nguyễn Thị   Minh\n\nŁódź ", { width: 200 }))).toEqual([
      "Nguyễn Thị",
      "Minh",
      "",
      "Łódź",
    ]);
  });

  it("read every kind of line break, and none across a split CR LF", async () => {
    expect(await linesOf(textLayer("a\r\nb\rc\u2028d\u0085e\vf"))).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("cut a word that is wider than the box between graphemes, never inside one", async () => {
    const lines = await linesOf(textLayer("e\u0301".repeat(30), { width: 100 }));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("")).toBe("e\u0301".repeat(30));
    for (const line of lines) expect(line.startsWith("\u0301")).toBe(false);
  });

  it("break phrases of scripts without spaces at spaces first, then between syllables", async () => {
    const phrase = "ขอบคุณมากค่ะ สวัสดีครับ";
    expect(await linesOf(textLayer(phrase, { width: 260 }))).toEqual(["ขอบคุณมากค่ะ", "สวัสดีครับ"]);
    expect(await linesOf(textLayer(phrase, { width: 110 }))).toEqual(["ขอบคุณ", "มากค่ะ", "สวัส", "ดีครับ"]);
    const shrunk = await layoutOf(textLayer(phrase, { width: 110, fit: "shrink" }));
    expect([shrunk.scale, shrunk.overflows]).toEqual([1, false]);
  });

  it("keep at least one grapheme a line in a box of one px", async () => {
    expect(await linesOf(textLayer("Щёголева", { width: 1 }))).toEqual([..."Щёголева"]);
  });

  it("stand where alignment puts them", async () => {
    const at = async (align: TextLayer["align"], verticalAlign: TextLayer["verticalAlign"]) => {
      const { lines } = await layoutOf(textLayer("O'Neil", { align, verticalAlign }));
      return lines[0];
    };
    const left = await at("left", "top");
    const right = await at("right", "bottom");
    const centre = await at("center", "middle");
    expect(left).toMatchObject({ x: 0, top: 0 });
    expect(right?.x).toBeCloseTo(400 - (right?.width ?? 0), 2);
    expect(centre?.x).toBeCloseTo((400 - (centre?.width ?? 0)) / 2, 2);
    expect(right?.top).toBe(Math.round(200 - 32 * 1.2));
    expect(centre?.top).toBe(Math.round((200 - 32 * 1.2) / 2));
  });

  it("are plain data", async () => {
    const layout = await layoutOf(
      textLayer("Łódź שלום\nO'Neil", { align: "center", style: { underline: true } }),
    );
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
  });

  it("kern: AV is narrower than A and V", async () => {
    const width = async (text: string) => (await layoutOf(textLayer(text))).width;
    expect(await width("AV")).toBeLessThan((await width("A")) + (await width("V")) - 1);
  });

  it("add letter spacing after each letter, and to no ligature", async () => {
    const spaced = await layoutOf(textLayer("office", { style: { letterSpacing: 10, fontFamily: "Lora" } }));
    const plain = await layoutOf(
      textLayer("o\u200cf\u200cf\u200ci\u200cce", { style: { fontFamily: "Lora" } }),
    );
    expect(spaced.lines[0]?.runs[0]?.glyphs).toHaveLength(6);
    expect(spaced.width).toBeCloseTo(plain.width + 60, 0);
  });

  it("put right-to-left words in visual order and keep the text in reading order", async () => {
    const { lines } = await layoutOf(textLayer("שלום Anna", { style: { fontFamily: "Open Sans" } }));
    expect(lines[0]?.text).toBe("שלום Anna");
    expect(lines[0]?.runs.map((run) => [run.text.trim(), run.rightToLeft])).toEqual([
      ["Anna", false],
      ["שלום", true],
    ]);
  });
});

describe("fonts", () => {
  it("fall back to Inter for what a family lacks, grapheme by grapheme", async () => {
    const { lines } = await layoutOf(
      textLayer("VIP Щёголева", { style: { fontFamily: "Bebas Neue" }, width: 900 }),
    );
    expect(lines[0]?.runs.map((run) => [run.font, run.text])).toEqual([
      ["/fonts/bebas-neue/400.ttf", "VIP "],
      ["/fonts/inter/400.ttf", "Щёголева"],
    ]);
  });

  it("stay with the family when it can put an accented letter together", async () => {
    const { lines } = await layoutOf(textLayer("Nguyễn e\u0301", { style: { fontFamily: "Lora" } }));
    expect(lines[0]?.runs).toHaveLength(1);
  });

  it("show the missing glyph for what no font has", async () => {
    const { lines } = await layoutOf(textLayer("a\u{10ffff}b"));
    expect(lines[0]?.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.id))).toContain(0);
  });

  it("ask for prepare() when a font is not loaded", async () => {
    const fresh = await nodePainter();
    expect(() => fresh.layoutText(textLayer("Łódź"))).toThrow(/not loaded.*prepare\(\)/);
  });
});

/** Every size that shrinking may end at, largest first. */
function sizesOf(layer: TextLayer): number[] {
  const sizes = [layer.style.fontSize];
  for (let tenths = Math.ceil(layer.style.fontSize * 10) - 1; tenths / 10 > layer.minFontSize; tenths -= 1)
    sizes.push(tenths / 10);
  return [...sizes, layer.minFontSize];
}

const TEXTS = [
  "Nguyễn Thị Minh Khai",
  "Donaudampfschifffahrtsgesellschaft AG & Co. KG",
  "Thank you, Seán O'Neil, for 250 points!\nSee you soon",
  "Щёголева Анна Сергеевна из города Санкт-Петербург",
  "A",
  "",
];

describe.each(["shrink", "line"] as const)("fit %s", (fit) => {
  it("takes the largest size that fits, as trying each size one by one finds it", async () => {
    for (const text of TEXTS) {
      for (const [width, height] of [
        [400, 90],
        [150, 200],
        [60, 40],
        [900, 60],
      ] as const) {
        const layer = textLayer(text, { fit, width, height, minFontSize: 9, style: { fontSize: 64.35 } });
        const chosen = await layoutOf(layer);
        let expected: number | null = null;
        for (const size of sizesOf(layer)) {
          // At one fixed size the layout says by itself whether everything fits without cutting a word.
          const alone = { ...layer, minFontSize: size, style: { ...layer.style, fontSize: size } };
          if (!(await fitsWhole(alone))) continue;
          expected = size;
          break;
        }
        expect(chosen.fontSize, `${text} in ${width} x ${height}`).toBe(expected ?? layer.minFontSize);
        expect(await fitsWhole(layer)).toBe(expected !== null);
      }
    }
    async function fitsWhole(one: TextLayer) {
      const { overflows, truncated } = await layoutOf(one);
      return !overflows && !truncated;
    }
  });

  it("stays inside the box, cut short or cut in words only at the smallest size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TEXTS),
        fc.integer({ min: 20, max: 900 }),
        fc.integer({ min: 10, max: 300 }),
        fc.integer({ min: 5, max: 120 }),
        fc.integer({ min: -2, max: 8 }),
        async (text, width, height, fontSize, letterSpacing) => {
          const layer = textLayer(text, { fit, width, height, style: { fontSize, letterSpacing } });
          const layout = await layoutOf(layer);
          if (layout.overflows || layout.truncated)
            expect(layout.fontSize).toBe(Math.min(layer.minFontSize, fontSize));
          expect(layout.height).toBeLessThanOrEqual(height + 0.03);
          expect(layout.width).toBeLessThanOrEqual(width + 0.03);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("text too long for its box at the smallest size", () => {
  const name = "Maximilian-Alexander Fuerstenberg-Hohenzollern";

  it("ends with an ellipsis on its line, each paragraph by itself", async () => {
    const layer = textLayer(`${name}\nAnna\n${name}`, { fit: "line", width: 300, minFontSize: 32 });
    const { lines, width, truncated, overflows } = await layoutOf(layer);
    expect(lines.map((line) => line.text)).toEqual(["Maximilian-Alexa…", "Anna", "Maximilian-Alexa…"]);
    expect(width).toBeLessThanOrEqual(300.03);
    expect([truncated, overflows]).toEqual([true, false]);
  });

  it("ends with an ellipsis on the last line that there is room for", async () => {
    const layer = textLayer(name, { fit: "shrink", width: 200, height: 80, minFontSize: 32 });
    const { lines, height, truncated, overflows } = await layoutOf(layer);
    expect(lines.map((line) => line.text)).toEqual(["Maximilian-", "Alexander…"]);
    expect(height).toBeLessThanOrEqual(80);
    expect([truncated, overflows]).toEqual([true, false]);
  });

  it("is cut in a word where all of it then fits, and says that", async () => {
    const layer = textLayer("Hohenzollern", { fit: "shrink", width: 120, height: 80, minFontSize: 32 });
    const { lines, truncated, overflows } = await layoutOf(layer);
    expect(lines.map((line) => line.text).join("")).toBe("Hohenzollern");
    expect([truncated, overflows]).toEqual([false, true]);
  });

  it("keeps its size when the designed size is the smallest", async () => {
    const layer = textLayer(name, { fit: "line", width: 300, minFontSize: 500 });
    expect(await layoutOf(layer)).toMatchObject({ scale: 1, truncated: true });
  });
});

describe("sizes of several runs", () => {
  it("shrink in proportion, letter spacing too, and the largest obeys the minimum", async () => {
    const runs = [
      { text: "Łódź ", style: { fontSize: 80, letterSpacing: 8 } },
      { text: "international", style: { fontSize: 40 } },
    ];
    const layer = textLayer("", { runs, width: 200, height: 120, fit: "shrink", minFontSize: 20 });
    const { scale, fontSize, lines } = await layoutOf(layer);
    expect(fontSize).toBeLessThan(80);
    expect(fontSize).toBeGreaterThanOrEqual(20);
    const drawn = lines.flatMap((line) => line.runs.map((run) => run.fontSize));
    expect(Math.max(...drawn)).toBeCloseTo(80 * scale, 2);
    expect(Math.min(...drawn)).toBeCloseTo(40 * scale, 2);
  });
});

describe("hostile text", () => {
  const cases: Record<string, string> = {
    "100,000 combining marks": `a${"\u0301".repeat(100_000)}`,
    "lone surrogates": "a\ud800b\udc00\udc00\ud83d",
    "NUL and controls": "a\0b\u0007c\u001bd\u009fe",
    "right-to-left override": `${"\u202e".repeat(5000)}abc${"\u2066\u2067".repeat(3000)}`,
    "a megabyte of one word": "x".repeat(1_000_000),
    "a megabyte of words": "Łódź ".repeat(200_000),
    "alternating scripts": "aЖ".repeat(10_000),
    "alternating fonts": "a\u4e00".repeat(10_000),
    "alternating directions": "aש".repeat(10_000),
    "line breaks": "\n".repeat(50_000),
    "zero-width joiners": "\u200d".repeat(20_000),
    "Arabic without a break": "ﷺم".repeat(10_000),
    "flags and families": "👨‍👩‍👧‍👦🇵🇱".repeat(1500),
  };

  it.each(Object.entries(cases))(
    "%s is laid out and painted, in a box and in one px",
    async (_, text) => {
      for (const fit of ["fixed", "shrink", "line"] as const) {
        for (const [width, height] of [
          [400, 200],
          [1, 1],
        ] as const) {
          const layer = textLayer(text, { fit, width, height, minFontSize: 1, style: { letterSpacing: 1 } });
          const layout = await layoutOf(layer);
          // What is laid out is bounded, whatever came in.
          const glyphs = layout.lines.reduce(
            (sum, line) => sum + line.runs.reduce((n, run) => n + run.glyphs.length, 0),
            0,
          );
          expect(glyphs).toBeLessThanOrEqual(40_000);
          const picture = await painter.paintLayer(layer, () => null);
          expect(picture.width).toBeLessThanOrEqual(8192 + 400);
          expect(picture.height).toBeLessThanOrEqual(8192 + 200);
        }
      }
    },
    120_000,
  );

  it("survives any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.constantFrom("fixed", "shrink", "line", "ellipsis"),
        fc.integer({ min: 1, max: 300 }),
        async (text, fit, width) => {
          const { lines } = await layoutOf(textLayer(text, { fit, width }));
          for (const line of lines) expect(Number.isFinite(line.x + line.baseline + line.width)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
