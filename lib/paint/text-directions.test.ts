import { beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Painter } from "./painter";
import { textLayer } from "./testing/layers";
import { nodePainter } from "./testing/node-painter";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

async function linesOf(layer: TextLayer) {
  await painter.prepare({ layers: [layer] });
  return painter.layoutText(layer).lines;
}
const directions = async (text: string, direction: TextLayer["direction"] = "auto") =>
  (await linesOf(textLayer(text, { direction }))).map((line) => line.direction);

describe("direction", () => {
  it("is that of a paragraph's first letter, or of the layer's first", async () => {
    expect(await directions("Hi\nשלום\n123\n\nA ש")).toEqual(["ltr", "rtl", "ltr", "ltr", "ltr"]);
    expect(await directions("12\nשלום\n(1)")).toEqual(["rtl", "rtl", "rtl"]);
    expect(await directions("12\n...")).toEqual(["ltr", "ltr"]);
    expect(await directions("\u2067Anna\u2069 שלום")).toEqual(["rtl"]);
  });

  it("is that of the values where nothing but they and signs are there", async () => {
    const name = "\u2068\u05d3\u05e0\u05d4\u2069";
    const city = "\u2068\u05d7\u05d9\u05e4\u05d4\u2069";
    expect(await directions(`${name}, ${city}!`)).toEqual(["rtl"]);
    expect(await directions(`${name}!`)).toEqual(["rtl"]);
    expect(await directions(`${name} \u{1f389}`)).toEqual(["rtl"]);
    expect(await directions(`12 \u2068Anna\u2069, ${name}`)).toEqual(["ltr"]);
    expect(await directions(`${name}, welcome`)).toEqual(["ltr"]);
    expect(await directions(`${name}!\nHi\n...`)).toEqual(["rtl", "ltr", "rtl"]);
    const [line] = await linesOf(textLayer(`${name}!`));
    expect(line?.runs[0]?.text).toMatch(/^\u2069?!$/);
  });

  it("is what the layer says otherwise, and moves signs at the ends", async () => {
    expect(await directions("Hi\nשלום", "rtl")).toEqual(["rtl", "rtl"]);
    const [right] = await linesOf(textLayer("Hello!", { direction: "rtl" }));
    expect(right?.runs.map((run) => run.text)).toEqual(["!", "Hello"]);
    const [left] = await linesOf(textLayer("שלום!", { direction: "ltr" }));
    expect(left?.runs.map((run) => run.text)).toEqual(["שלום", "!"]);
  });

  it("mirrors brackets and keeps numbers readable", async () => {
    const [line] = await linesOf(textLayer("(250) שלום", { direction: "auto" }));
    expect(line?.runs.map((run) => run.text).join("|")).toBe("שלום|) |250|(");
  });
});

describe("characters beyond the basic plane", () => {
  it.each([
    ["שלום 🎉 3", "3| |🎉| |שלום"],
    ["محمد 👩🏻‍💻 3", "3| |👩🏻‍💻| |محمد"],
    ["א 𞤀𞤁 ב", "ב|𞤀𞤁 | |א"],
  ])("%s stands as its class has it", async (text, order) => {
    const [line] = await linesOf(textLayer(text));
    expect(line?.runs.map((run) => run.text).join("|")).toBe(order);
  });
});

describe("align start and end", () => {
  it("follow each paragraph", async () => {
    const at = async (align: TextLayer["align"]) =>
      (await linesOf(textLayer("Anna\nשלום", { align }))).map(({ x, width }) =>
        x === 0 ? "left" : Math.abs(x + width - 400) < 0.01 ? "right" : "?",
      );
    expect(await at("start")).toEqual(["left", "right"]);
    expect(await at("end")).toEqual(["right", "left"]);
    expect(await at("left")).toEqual(["left", "left"]);
  });
});

describe("letter spacing", () => {
  it("does not tear joined letters apart, and spaces others", async () => {
    const widths = async (text: string) => {
      const [plain] = await linesOf(textLayer(text));
      const [spaced] = await linesOf(textLayer(text, { style: { letterSpacing: 10 } }));
      const ids = (line: typeof plain) => line?.runs.flatMap((run) => run.glyphs.map(({ id }) => id));
      return {
        wider: (spaced?.width ?? 0) - (plain?.width ?? 0),
        same: String(ids(plain)) === String(ids(spaced)),
      };
    };
    expect(await widths("السلام")).toEqual({ wider: 0, same: true });
    expect((await widths("שלום")).wider).toBeCloseTo(40, 1);
    expect((await widths("👨‍👩‍👧‍👦👍🏽")).wider).toBeCloseTo(20, 1);
  });
});

describe("underline", () => {
  it("is one line under neighbouring sizes and fonts, that of the largest", async () => {
    const underline = true;
    const [line] = await linesOf(
      textLayer("", {
        width: 1000,
        runs: [
          { text: "small ", style: { underline } },
          { text: "LARGE 你好", style: { underline, fontSize: 60 } },
          { text: " plain ", style: {} },
          { text: "small", style: { underline } },
        ],
      }),
    );
    const [alone] = await linesOf(textLayer("LARGE", { style: { fontSize: 60, underline } }));
    const largest = alone?.runs[0]?.underline;
    expect(largest?.thickness).toBeGreaterThan(3);
    const seen = line?.runs.map((run) => [run.text, run.underline?.y === largest?.y]);
    expect(seen).toEqual([
      ["small ", true],
      ["LARGE ", true],
      ["你好", true],
      [" ", false],
      ["plain ", false],
      ["small", false],
    ]);
    expect(line?.runs[4]?.underline).toBeNull();
    expect(line?.runs[5]?.underline?.thickness).toBeLessThan(largest?.thickness ?? 0);
  });

  it("covers right-to-left words from their left end to their right", async () => {
    const [line] = await linesOf(
      textLayer("", {
        align: "start",
        runs: [
          { text: "שלום ", style: {} },
          { text: "עולם", style: { underline: true } },
        ],
      }),
    );
    const [first, second] = line?.runs ?? [];
    expect(line?.runs.map((run) => run.text)).toEqual(["עולם", " ", "שלום"]);
    expect(first?.underline).not.toBeNull();
    expect(second?.underline).toBeNull();
    expect(first?.x).toBe(0);
    expect(first?.width).toBeCloseTo(second?.x ?? 0, 2);
  });
});
