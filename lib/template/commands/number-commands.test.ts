import { expect, test } from "vitest";
import { createDocument } from "../create-document";
import { ENTRIES } from "../registry";
import type { Layer } from "../schema";
import { changeNumbers } from "./change-numbers";
import { setSide } from "./set-side";

const CANVAS = { width: 1200, height: 628 };
const box = (id: string, width: number, height: number): Layer => ({
  ...ENTRIES.shape.create(id, CANVAS),
  x: width,
  width,
  height,
});
const DOC = {
  ...createDocument({ ...CANVAS, displayWidth: 600 }),
  layers: [box("a", 100, 50), box("b", 30, 90), ENTRIES.text.create("c", CANVAS)],
};

test("the other side goes along in each layer's own proportions", () => {
  const after = setSide(DOC, { ids: ["a", "b"], side: "width", length: 60 });
  expect(after.layers.slice(0, 2)).toMatchObject([
    { width: 60, height: 30 },
    { width: 60, height: 180 },
  ]);
  expect(setSide(DOC, { ids: ["a"], side: "height", length: 50 })).toBe(DOC);
  expect(setSide(DOC, { ids: ["a"], side: "width", length: 1 }).layers[0]).toMatchObject({
    width: 1,
    height: 1,
  });
});

test("numbers that differ still differ; a layer without one stays as it is", () => {
  const after = changeNumbers(DOC, { ids: ["a", "b"], path: "x", change: (x) => x + 10 });
  expect(after.layers.map(({ x }) => x).slice(0, 2)).toEqual([110, 40]);
  const radius = changeNumbers(DOC, { ids: ["a", "c"], path: "radius", change: () => 12 });
  expect(radius.layers[0]).toMatchObject({ radius: 12 });
  expect(radius.layers[2]).toBe(DOC.layers[2]);
});
