import { beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Painter } from "./painter";
import { textLayer } from "./testing/layers";
import { nodePainter } from "./testing/node-painter";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

async function layoutOf(text: string, rest: Parameters<typeof textLayer>[1] = {}) {
  const layer: TextLayer = textLayer(text, { fit: "ellipsis", ...rest });
  await painter.prepare({ layers: [layer] });
  return painter.layoutText(layer);
}
const shown = async (...args: Parameters<typeof layoutOf>) =>
  (await layoutOf(...args)).lines.map((line) => line.text);

describe("fit ellipsis", () => {
  it("leaves alone what fits", async () => {
    const { lines, truncated, overflows } = await layoutOf("Thank you", { height: 40 });
    expect([lines.map((line) => line.text), truncated, overflows]).toEqual([["Thank you"], false, false]);
  });

  it("shows as many lines as the box holds, or as are allowed", async () => {
    const text = "one two three four five six seven eight nine ten eleven twelve";
    expect(await shown(text, { width: 150, height: 118 })).toEqual(["one two", "three four", "five six…"]);
    expect(await shown(text, { width: 150, height: 118, maxLines: 2 })).toEqual(["one two", "three fo…"]);
    expect(await shown(text, { width: 150, height: 40, maxLines: 9 })).toEqual(["one two…"]);
  });

  it("keeps one line in a box that holds none, and says that it overflows", async () => {
    const { lines, overflows } = await layoutOf("one two three", { width: 150, height: 10 });
    expect([lines.length, overflows]).toEqual([1, true]);
  });

  it("does not shrink", async () => {
    expect((await layoutOf("one two three four", { width: 100, height: 40 })).scale).toBe(1);
  });

  it.each([
    ["Hello, world of long names", 118, "Hello…"],
    ["Hello world of long names", 105, "Hello…"],
    ["Hello (world) of long names", 108, "Hello…"],
    ["Really? Yes of course", 150, "Really?…"],
    ["你好，世界你好世界", 120, "你好…"],
  ])("%s: nothing left over stands before the ellipsis", async (text, width, expected) => {
    expect(await shown(text, { width, height: 40 })).toEqual([expected]);
  });

  it("cuts between graphemes", async () => {
    const [line] = await shown("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", { width: 110, height: 40 });
    expect(line).toBe("👨‍👩‍👧‍👦👨‍👩‍👧‍👦…");
    const [marks] = await shown("e\u0301".repeat(30), { width: 110, height: 40 });
    expect(marks).toMatch(/^(e\u0301)+…$/);
    for (let width = 60; width < 130; width += 1) {
      const [syllables] = await shown("கொ".repeat(10), { width, height: 40 });
      expect(syllables).toMatch(/^(கொ)*…$/);
    }
  });

  it("says so where whole paragraphs are left out, not where only blank ones are", async () => {
    expect(await shown("First line.\nSecond line", { height: 40 })).toEqual(["First line…"]);
    expect((await layoutOf("First line.\n\n \n", { height: 40 })).lines.map((line) => line.text)).toEqual([
      "First line.",
    ]);
  });

  it("puts it at the end of the line in reading order: left where lines run to the left", async () => {
    const { lines } = await layoutOf("שלום עולם, זה טקסט ארוך מאוד", {
      width: 200,
      height: 40,
      align: "start",
    });
    const glyphs =
      lines[0]?.runs.flatMap((run) =>
        run.glyphs.map((glyph) => ({ x: run.font + glyph.id, run: run.text })),
      ) ?? [];
    expect(glyphs[0]?.run).toMatch(/^…|…$/);
    expect(lines[0]?.runs[0]?.text.trim()).toBe("…");
    const mixed = await layoutOf("Hello שלום עולם וגם לך", { width: 160, height: 40 });
    expect(mixed.lines[0]?.runs.at(-1)?.text).toContain("…");
  });

  it("takes the style of the last character, and another font where that has none", async () => {
    const runs = [
      { text: "Big ", style: { fontSize: 40, color: "#ff0000" } },
      { text: "small words that go on and on", style: { fontSize: 20, color: "#00ff00" } },
    ];
    const { lines } = await layoutOf("", { runs, width: 200, height: 60 });
    const last = lines[0]?.runs.at(-1);
    expect(last?.text.endsWith("…")).toBe(true);
    expect([last?.fontSize, last?.color]).toEqual([20, "#00ff00"]);
    const thai = await layoutOf("สวัสดีครับคุณสมชาย", {
      width: 120,
      height: 40,
      style: { fontFamily: "Noto Sans Thai" },
    });
    expect(thai.lines[0]?.runs.flatMap((run) => run.glyphs.map(({ id }) => id))).not.toContain(0);
  });

  it.each(["Inter", "Lora", "Caveat", "Dancing Script"])(
    "keeps as much of the text as its line has room for, in %s",
    async (fontFamily) => {
      const style = { fontFamily };
      const text = "To AVATAR, Tofu. Víly f’office";
      const letters = [...text];
      const wide = async (kept: string) => (await layoutOf(kept, { style, width: 2000, fit: "fixed" })).width;
      const widths = await Promise.all(
        letters.map((_, count) =>
          wide(
            `${letters
              .slice(0, count)
              .join("")
              .replace(/[ ,.]+$/, "")}…`,
          ),
        ),
      );
      for (let width = 40; width < 300; width += 7) {
        const [line = ""] = await shown(text, { style, width, height: 60, fit: "line", minFontSize: 32 });
        const longest = widths.findLastIndex((one) => one <= width);
        // Kerning with what was cut off may hide that one more letter has room.
        const fits = [longest, longest - 1].map(
          (count) =>
            `${letters
              .slice(0, count)
              .join("")
              .replace(/[ ,.]+$/, "")}…`,
        );
        expect(fits).toContain(line);
      }
    },
  );

  it("does not take in what would make the line too tall", async () => {
    const runs = [
      { text: "small words, then ", style: { fontSize: 20 } },
      { text: "BIG words", style: { fontSize: 60 } },
    ];
    const { lines, height } = await layoutOf("", { runs, width: 268, height: 40 });
    expect(lines.map((line) => line.text)).toEqual(["small words, then…"]);
    expect(height).toBeLessThanOrEqual(40);
  });

  it("stands for a sign that is wider than the box, and ends the paragraph", async () => {
    const { lines, overflows } = await layoutOf("👩‍👩‍👧W\nI", { width: 31, height: 200 });
    expect(lines.map((line) => line.text)).toEqual(["…", "I"]);
    expect(overflows).toBe(false);
  });

  it("takes any text in any box without getting stuck", async () => {
    for (const text of [
      "",
      "\n\n\n",
      ".".repeat(200),
      " ".repeat(200),
      "…".repeat(50),
      "x".repeat(20_000),
      "\u202eabc ".repeat(500),
    ])
      for (const [width, height] of [
        [1, 1],
        [30, 30],
        [400, 50],
      ] as const)
        for (const maxLines of [0, 1, 3]) {
          const { lines } = await layoutOf(text, { width, height, maxLines });
          expect(lines.length).toBeGreaterThan(0);
          if (maxLines > 0) expect(lines.length).toBeLessThanOrEqual(maxLines);
        }
  });
});
