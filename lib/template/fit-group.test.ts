import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveLayers } from "./commands/move-layers";
import { removeLayers } from "./commands/remove-layers";
import { createDocument } from "./create-document";
import { fitGroupsAround } from "./fit-group";
import { cornersOf, type Point, worldMatrix } from "./geometry";
import { ENTRIES } from "./registry";
import type { Document, Layer } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { allIds, subtreeIds, walkLayers } from "./tree";
import type { Override } from "./variant";
import { documentAtSize } from "./variants";

const CANVAS = { width: 1200, height: 600 };
const box = (id: string, x: number, y: number): Layer => ({
  ...ENTRIES.shape.create(id, CANVAS),
  ...{ x, y, width: 100, height: 50 },
});

/** Corners on the canvas of every layer that holds no others, by id. */
function cornersAt(doc: Document, size: string | null): Map<string, Point[]> {
  const sized = documentAtSize(doc, size);
  const leaves = Array.from(walkLayers(sized.layers)).filter(({ layer }) => layer.type !== "group");
  return new Map(leaves.map(({ layer }) => [layer.id, cornersOf(layer, worldMatrix(sized, layer.id))]));
}

/** How far the layer that moved most has moved at any size, px; those named are left out. */
function farthest(before: Document, after: Document, leftOut: readonly string[]): number {
  const sizes = [null, ...before.variants.map(({ id }) => id)];
  const ways = sizes.flatMap((size) => {
    const places = cornersAt(after, size);
    return Array.from(cornersAt(before, size)).flatMap(([id, corners]) =>
      leftOut.includes(id)
        ? []
        : corners.map(({ x, y }, index) => {
            const other = places.get(id)?.[index];
            return other === undefined ? Number.NaN : Math.hypot(other.x - x, other.y - y);
          }),
    );
  });
  return Math.max(0, ...ways);
}

function grouped(group: object, overrides: Record<string, Override>): Document {
  return {
    ...createDocument({ ...CANVAS, displayWidth: 600 }),
    layers: [
      {
        ...ENTRIES.group.create("g", CANVAS),
        ...{ x: 50, y: 0, width: 300, height: 50, ...group },
        children: [box("a", 0, 0), box("b", 200, 0)],
      },
    ],
    variants: [{ id: "v", name: "V", width: 600, height: 300, displayWidth: 300, overrides }],
  };
}

describe("a group that is drawn anew around what it holds leaves other sizes as they are", () => {
  test.each<[string, object, Record<string, Override>]>([
    ["a layer has a place of its own", {}, { b: { x: 60 } }],
    ["a layer has a side of its own", {}, { b: { width: 20 } }],
    ["the group has a place of its own", {}, { g: { x: 10 }, b: { y: 5 } }],
    ["the group has a size of its own", {}, { g: { width: 400, height: 100 }, b: { x: 60, y: 9 } }],
    ["the group is turned there", {}, { g: { rotation: 90 }, b: { x: 60 } }],
    ["the group is turned", { rotation: 30 }, { b: { x: 60, y: 9 } }],
    ["the group is turned and stretched there", { rotation: 30 }, { g: { width: 500 } }],
  ])("where %s", (_name, group, overrides) => {
    const doc = grouped(group, overrides);
    expect(farthest(doc, moveLayers(doc, { ids: ["a"], dx: -60, dy: -40 }), ["a"])).toBeLessThan(0.02);
    expect(farthest(doc, removeLayers(doc, { ids: ["a"] }), ["a"])).toBeLessThan(0.02);
  });

  test("what a size does not override goes on following the design", () => {
    const doc = grouped({}, { b: { x: 60, fontSize: 9 } });
    const moved = moveLayers(doc, { ids: ["a"], dx: -60, dy: 0 });
    expect(moved.variants[0]?.overrides).toEqual({ b: { x: 90, fontSize: 9 } });
  });
});

/** Sizes near the design's and groups as commands leave them: far from that, sides of less than a px come out as 1 px. */
const plainDocument = arbitraryDocument.map((doc): Document => {
  const near = (side: number, of: number) => Math.round(of * (0.5 + (side / 4096) * 2));
  const sized: Document = {
    ...doc,
    ...CANVAS,
    variants: doc.variants.map((variant) => ({
      ...variant,
      width: near(variant.width, CANVAS.width),
      height: near(variant.height, CANVAS.height),
    })),
  };
  const groups = Array.from(walkLayers(doc.layers)).filter(({ layer }) => layer.type === "group");
  const fitted = fitGroupsAround(
    { ...sized, variants: [] },
    [],
    groups.map(({ layer }) => layer.id),
  );
  const isGroup = (id: string) => groups.some(({ layer }) => layer.id === id);
  const variants = sized.variants.map((variant) => ({
    ...variant,
    overrides: Object.fromEntries(
      Object.entries(variant.overrides).map(([id, own]) => [
        id,
        {
          ...own,
          ...(own.width !== undefined && isGroup(id) && { width: own.width + 400 }),
          ...(own.height !== undefined && isGroup(id) && { height: own.height + 400 }),
        },
      ]),
    ),
  }));
  return { ...fitted, variants };
});

test("moving one layer changes no other layer's place on the canvas at any size", () => {
  let moves = 0;
  const shift = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(plainDocument, fc.nat(), shift, shift, (doc, pick, dx, dy) => {
      const ids = [...allIds(doc)];
      const id = ids[pick % Math.max(1, ids.length)] ?? "nobody";
      const moved = moveLayers(doc, { ids: [id], dx, dy });
      fc.pre(moved !== doc);
      moves += 1;
      const inside = Array.from(walkLayers(doc.layers)).flatMap(({ layer }) =>
        layer.id === id ? subtreeIds([layer]) : [],
      );
      expect(farthest(doc, moved, inside)).toBeLessThan(0.5);
    }),
    { numRuns: 400 },
  );
  expect(moves).toBeGreaterThan(50);
});
