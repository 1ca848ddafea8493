import { describe, expect, test } from "vitest";
import { pasteStyle } from "./commands/paste-style";
import { createDocument } from "./create-document";
import { styleOf } from "./layer-style";
import type { ShapeLayer } from "./layers/shape";
import type { TextLayer } from "./layers/text";
import { ENTRIES } from "./registry";
import type { Layer } from "./schema";

const canvas = { width: 1200, height: 628 };
const shadow = { x: 2, y: 4, blur: 8, color: "#00000080" };
const shape: ShapeLayer = {
  ...ENTRIES.shape.create("shape", canvas),
  name: "Card",
  opacity: 0.5,
  shadow,
  radius: 12,
  fill: { kind: "solid", color: "#aa0011" },
  stroke: { color: "#00bb22", width: 3, dash: "dashed" },
};
const text: TextLayer = {
  ...ENTRIES.text.create("text", canvas),
  style: { ...ENTRIES.text.create("text", canvas).style, color: "#123456", fontSize: 50, italic: true },
  stroke: { color: "#ffffff", width: 2 },
};

function pasted<L extends Layer>(from: Layer, onto: L): Layer | undefined {
  const doc = { ...createDocument({ ...canvas, displayWidth: 600 }), layers: [onto] };
  return pasteStyle(doc, { ids: [onto.id], style: styleOf(from) }).layers[0];
}

describe("a copied style", () => {
  test("gives a layer of the same type its whole look, and leaves what it says and where it stands", () => {
    const plain = ENTRIES.shape.create("other", canvas);
    const { opacity, radius, fill, stroke } = shape;
    expect(pasted(shape, plain)).toEqual({ ...plain, opacity, shadow, radius, fill, stroke });
    const words: TextLayer = { ...ENTRIES.text.create("words", canvas), x: 7 };
    const styled = pasted(text, words);
    expect(styled).toMatchObject({ x: 7, runs: words.runs, style: text.style, stroke: text.stroke });
  });

  test("gives another type what both have, and the main colour where each has it by its own name", () => {
    expect(pasted(shape, text)).toMatchObject({
      opacity: 0.5,
      shadow,
      fill: null,
      stroke: { color: "#00bb22", width: 3 },
      style: { ...text.style, color: "#aa0011" },
    });
    const onto = pasted(text, { ...shape, fill: null });
    expect(onto).toMatchObject({
      radius: 12,
      fill: { kind: "solid", color: "#123456" },
      stroke: { color: "#ffffff", width: 2, dash: "solid" },
    });
    expect(pasted(shape, ENTRIES.qr.create("qr", canvas))).toMatchObject({ color: "#aa0011" });
  });

  test("a gradient becomes the fill of what has one", () => {
    const stops = [
      { offset: 0, color: "#000000" },
      { offset: 1, color: "#ffffff" },
    ];
    const fill: ShapeLayer["fill"] = { kind: "linear", angle: 90, stops };
    expect(pasted({ ...shape, fill }, text)).toMatchObject({ fill, style: { color: "#123456" } });
  });

  test("fits every type there is: whatever is copied, the outcome is valid", () => {
    for (const from of Object.values(ENTRIES)) {
      for (const onto of Object.values(ENTRIES)) {
        const layer: Layer = onto.create("onto", canvas);
        const styled = pasted(from.create("from", canvas), layer);
        expect(onto.schema.safeParse(styled).success, `${from.type} on ${onto.type}`).toBe(true);
        expect(styled).toMatchObject({ id: "onto", x: layer.x, width: layer.width });
      }
    }
  });
});
