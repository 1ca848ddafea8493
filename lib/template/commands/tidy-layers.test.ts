import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "../create-document";
import { boundsOnCanvas } from "../geometry";
import { ENTRIES } from "../registry";
import type { Document, Layer } from "../schema";
import { arbitraryDocument } from "../testing/arbitrary-document";
import { subtreeIds } from "../tree";
import { tidyLayers } from "./tidy-layers";

const canvas = { width: 1200, height: 628 };
type Box = readonly [x: number, y: number, width: number, height: number];

function withBoxes(boxes: readonly Box[]): Document {
  const layers = boxes.map(
    ([x, y, width, height], index): Layer => ({
      ...ENTRIES.shape.create(`l${index}`, canvas),
      x,
      y,
      width,
      height,
    }),
  );
  return { ...createDocument({ ...canvas, displayWidth: 600 }), layers };
}

function tidied(boxes: readonly Box[]): number[][] {
  const doc = withBoxes(boxes);
  return tidyLayers(doc, { ids: subtreeIds(doc.layers) }).layers.map(({ x, y }) => [x, y]);
}

describe("tidyLayers", () => {
  test("a crooked grid becomes rows and columns with equal gaps", () => {
    const places = tidied([
      [100, 100, 50, 50],
      [168, 108, 50, 50],
      [245, 95, 50, 50],
      [104, 171, 50, 50],
      [170, 168, 50, 50],
      [241, 177, 50, 50],
    ]);
    expect(places).toEqual([
      [100, 95],
      [171, 95],
      [242, 95],
      [100, 166],
      [171, 166],
      [242, 166],
    ]);
  });

  test("a row and a column have gaps as wide as those before on average", () => {
    expect(
      tidied([
        [0, 10, 40, 20],
        [60, 14, 40, 20],
        [105, 8, 40, 20],
        [180, 10, 40, 20],
      ]),
    ).toEqual([
      [0, 8],
      [60, 8],
      [120, 8],
      [180, 8],
    ]);
    expect(
      tidied([
        [12, 0, 40, 20],
        [10, 90, 40, 20],
        [14, 30, 40, 20],
      ]).map(([, y]) => y),
    ).toEqual([0, 90, 45]);
  });

  test("the last row may be shorter, and a hole in a row stays one", () => {
    expect(
      tidied([
        [0, 0, 40, 20],
        [50, 2, 40, 20],
        [100, 0, 40, 20],
        [0, 30, 40, 20],
        [103, 31, 40, 20],
      ]).at(-1),
    ).toEqual([102, 30]);
  });

  test("two layers and a missing one leave the document", () => {
    const doc = withBoxes([
      [0, 0, 40, 20],
      [77, 3, 40, 20],
    ]);
    expect(tidyLayers(doc, { ids: ["l0", "l1", "nobody"] })).toBe(doc);
  });

  test("tidying twice is tidying once, and nothing of a grid lies on another", () => {
    const box = fc.tuple(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 5, max: 200 }),
      fc.integer({ min: 5, max: 200 }),
    );
    fc.assert(
      fc.property(fc.array(box, { minLength: 3, maxLength: 12 }), (boxes) => {
        const doc = withBoxes(boxes);
        const ids = subtreeIds(doc.layers);
        const once = tidyLayers(doc, { ids });
        const rects = once.layers.map((layer) => boundsOnCanvas(once, layer));
        for (const [index, one] of rects.entries()) {
          for (const other of rects.slice(index + 1)) {
            const shared =
              Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 0.01 &&
              Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 0.01;
            expect(shared).toBe(false);
          }
        }
        expect(tidyLayers(once, { ids })).toEqual(once);
      }),
    );
  });

  test("takes any document", () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const ids = subtreeIds(doc.layers);
        expect(subtreeIds(tidyLayers(doc, { ids }).layers)).toEqual(ids);
      }),
      { numRuns: 30 },
    );
  });
});
