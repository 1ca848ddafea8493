import { expect, test } from "vitest";
import { createDocument } from "../create-document";
import { ENTRIES } from "../registry";
import type { Document, Layer } from "../schema";
import { findLayer } from "../tree";
import { setMainColor } from "./set-main-color";

const CANVAS = { width: 1200, height: 628 };
const gradient = {
  kind: "linear" as const,
  angle: 90,
  stops: [
    { offset: 0, color: "#000000" },
    { offset: 1, color: "#ffffff" },
  ],
};
const shape = ENTRIES.shape.create("a", CANVAS);
const text = ENTRIES.text.create("a", CANVAS);
const stroke = { color: "#000000", width: 3, dash: "solid" as const };

function coloured(layer: Layer): Layer | undefined {
  const doc: Document = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [layer] };
  return findLayer(setMainColor(doc, { ids: ["a"], color: "#12345680" }), "a");
}

test.each<[string, Layer, object]>([
  ["text", text, { style: { color: "#12345680" } }],
  ["text under a gradient", { ...text, fill: gradient }, { fill: { kind: "solid", color: "#12345680" } }],
  ["shape", { ...shape, fill: gradient, stroke }, { fill: { kind: "solid", color: "#12345680" }, stroke }],
  [
    "line",
    { ...shape, shape: "line", stroke },
    { fill: shape.fill, stroke: { ...stroke, color: "#12345680" } },
  ],
])("the colour of a %s is what people see as its colour", (_name, layer, after) => {
  expect(coloured(layer)).toMatchObject(after);
});

test.each<[string, Layer]>([
  ["picture", ENTRIES.image.create("a", CANVAS)],
  ["line without a stroke", { ...shape, shape: "line", stroke: null }],
])("a %s has none and stays as it is", (_name, layer) => {
  expect(coloured(layer)).toBe(layer);
});
