import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { duplicateLayers } from "./commands/duplicate-layers";
import { groupLayers } from "./commands/group-layers";
import { removeLayers } from "./commands/remove-layers";
import { ungroupLayers } from "./commands/ungroup-layers";
import { createDocument } from "./create-document";
import { boundsInParent } from "./geometry";
import { ENTRIES } from "./registry";
import { type Document, documentSchema, type Layer } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { findLayer } from "./tree";
import type { Override, Variant } from "./variant";
import { documentAtSize, sizeSlug } from "./variants";

const CANVAS = { width: 1200, height: 600 };
const box = (
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  change: object = {},
): Layer => ({
  ...ENTRIES.shape.create(id, CANVAS),
  ...{ x, y, width, height },
  ...change,
});
const size = (
  id: string,
  width: number,
  height: number,
  overrides: Record<string, Override> = {},
): Variant => ({
  id,
  name: id.toUpperCase(),
  width,
  height,
  displayWidth: Math.ceil(width / 2),
  overrides,
});
const documentOf = (layers: Layer[], ...variants: Variant[]): Document => ({
  ...createDocument({ ...CANVAS, displayWidth: 600 }),
  layers,
  variants,
});
const heading: Layer = {
  ...ENTRIES.text.create("t", CANVAS),
  x: 100,
  y: 100,
  width: 400,
  height: 80,
  runs: [
    { text: "Hello ", style: {} },
    { text: "you", style: { fontSize: 32 } },
  ],
  style: { ...ENTRIES.text.create("t", CANVAS).style, fontSize: 64, letterSpacing: 2 },
};

describe("which size is meant", () => {
  const doc = documentOf(
    [],
    { ...size("one", 300, 600), name: "Instagram Story" },
    { ...size("two", 500, 500), name: "Łódź 1:1" },
    { ...size("instagram-story", 700, 700), name: "" },
  );
  test.each<[string | null, number]>([
    [null, 1200],
    ["", 1200],
    ["gone", 1200],
    ["1200x600", 1200],
    ["one", 300],
    ["lodz-1-1", 500],
    ["LODZ-1-1 ", 500],
    ["500x500", 500],
    ["500X500", 500],
    ["instagram-story", 700],
  ])("%j is %d wide", (asked, width) => {
    const { variants, ...rest } = documentAtSize(doc, asked);
    expect(variants).toEqual([]);
    expect(rest.width).toBe(width);
  });

  test("a name as an address", () => {
    expect(sizeSlug(" Ảnh bìa (lớn)! ")).toBe("anh-bia-lon");
    expect(sizeSlug("日本")).toBe("");
  });

  test("a document without sizes is itself", () => {
    const plain = documentOf([heading]);
    expect(documentAtSize(plain, "story")).toBe(plain);
  });
});

describe("layers without overrides", () => {
  test("are scaled evenly into the middle", () => {
    const shadow = { x: 4, y: 8, blur: 20, color: "#000000" };
    const doc = documentOf(
      [box("a", 300, 150, 400, 200, { rotation: 30, radius: 10, shadow }), heading],
      size("tall", 600, 1000),
    );
    const { layers, ...tall } = documentAtSize(doc, "tall");
    expect(tall).toMatchObject({ width: 600, height: 1000, displayWidth: 300 });
    expect(layers[0]).toMatchObject({
      ...{ x: 150, y: 425, width: 200, height: 100, rotation: 30, radius: 5 },
      shadow: { x: 2, y: 4, blur: 10 },
    });
    expect(layers[1]).toMatchObject({
      ...{ x: 50, y: 400, width: 200, height: 40 },
      runs: [{ style: {} }, { style: { fontSize: 16 } }],
      style: { fontSize: 32, letterSpacing: 1 },
    });
  });

  test("go on covering the canvas, groups excepted", () => {
    const cover = box("a", -60, 0, 1260, 600, { radius: 10 });
    const group: Layer = { ...ENTRIES.group.create("g", CANVAS), ...CANVAS, x: 0, y: 0, children: [cover] };
    const doc = documentOf(
      [cover, { ...group, id: "g2", children: [{ ...cover, id: "b" }] }],
      size("tall", 600, 1200),
    );
    const { layers } = documentAtSize(doc, "tall");
    expect(layers[0]).toMatchObject({ x: -30, y: 0, width: 630, height: 1200, radius: 5 });
    expect(layers[1]).toMatchObject({ x: 0, y: 450, width: 600, height: 300 });
  });

  test("any that covers keeps covering, whatever the size", () => {
    const side = fc.integer({ min: 1, max: 4096 });
    fc.assert(
      fc.property(side, side, side, side, (width, height, w, h) => {
        const doc = { ...documentOf([box("a", 0, 0, width, height)], size("v", w, h)), width, height };
        const [layer] = documentAtSize(doc, "v").layers;
        if (layer === undefined) throw new Error("the layer is gone");
        const bounds = boundsInParent(layer);
        expect(bounds.x).toBeLessThanOrEqual(0);
        expect(bounds.width).toBeGreaterThanOrEqual(w - 0.001);
        expect(bounds.height).toBeGreaterThanOrEqual(h - 0.001);
      }),
    );
  });
});

describe("overrides", () => {
  test("replace box, visibility and size of text", () => {
    const doc = documentOf(
      [heading, box("a", 0, 0, 10, 10)],
      size("tall", 600, 1000, {
        t: { x: 20, y: 30, width: 560, height: 300, fontSize: 96 },
        a: { visible: false, rotation: 45, fontSize: 10 },
      }),
    );
    const { layers } = documentAtSize(doc, "tall");
    expect(layers[0]).toMatchObject({
      ...{ x: 20, y: 30, width: 560, height: 300 },
      runs: [{ style: {} }, { style: { fontSize: 48 } }],
      style: { fontSize: 96, letterSpacing: 3 },
    });
    expect(layers[1]).toMatchObject({ visible: false, rotation: 45 });
  });

  test("of a group scale what it holds, and of a child stand in the group", () => {
    const group: Layer = {
      ...ENTRIES.group.create("g", CANVAS),
      ...{ x: 0, y: 0, width: 200, height: 100 },
      children: [box("a", 0, 0, 100, 100), box("b", 100, 0, 100, 100)],
    };
    const doc = documentOf(
      [group],
      size("double", 2400, 1200, { g: { x: 50, width: 800, height: 400 }, b: { y: 100, height: 300 } }),
    );
    expect(documentAtSize(doc, "double").layers[0]).toMatchObject({
      ...{ x: 50, y: 0, width: 800, height: 400 },
      children: [
        { x: 0, y: 0, width: 400, height: 400 },
        { x: 400, y: 100, width: 400, height: 300 },
      ],
    });
  });

  test("go with their layers, and lose their box where the parent changes", () => {
    const own = { x: 5, y: 6, width: 7, visible: false, fontSize: 12 };
    const doc = documentOf(
      [box("a", 0, 0, 10, 10), box("b", 50, 0, 10, 10)],
      size("v", 600, 300, { a: own, b: { x: 1 } }),
    );
    const overrides = (next: Document) => next.variants[0]?.overrides;
    expect(overrides(removeLayers(doc, { ids: ["a"] }))).toEqual({ b: { x: 1 } });
    const grouped = groupLayers(doc, { ids: ["a", "b"], groupId: "g" });
    expect(findLayer(grouped, "g")).toBeDefined();
    expect(overrides(grouped)).toEqual({ a: { visible: false, fontSize: 12 }, b: {} });
    const inGroup = {
      ...grouped,
      variants: [size("v", 600, 300, { g: { x: 1 }, a: { x: 2, fontSize: 9 } })],
    };
    expect(overrides(ungroupLayers(inGroup, { ids: ["g"] }))).toEqual({ a: { fontSize: 9 } });
    expect(overrides(removeLayers(inGroup, { ids: ["g"] }))).toEqual({});
    const twice = duplicateLayers(doc, { ids: ["a"], newIds: { a: "c" }, dx: 10, dy: 20 });
    expect(overrides(twice)).toEqual({ a: own, b: { x: 1 }, c: { ...own, x: 15, y: 26 } });
  });
});

test("any document at any of its sizes is a plain valid document of that size with the same layers", () => {
  fc.assert(
    fc.property(arbitraryDocument, (doc) => {
      for (const variant of doc.variants) {
        const sized = documentAtSize(doc, variant.id);
        expect(documentSchema.safeParse(sized).error?.issues).toBeUndefined();
        expect(sized).toMatchObject({ width: variant.width, height: variant.height, variants: [] });
        expect(sized.layers.map(({ id }) => id)).toEqual(doc.layers.map(({ id }) => id));
        for (const [id, own] of Object.entries(variant.overrides)) {
          if (own.visible !== undefined) expect(findLayer(sized, id)?.visible).toBe(own.visible);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("another size of text is that of the text alone", () => {
  const chart: Layer = { ...ENTRIES.chart.create("c", CANVAS), lineWidth: 4, radius: 8 };
  const doc = documentOf([chart], size("v", 1200, 600, { c: { fontSize: chart.style.fontSize * 3 } }));
  expect(documentAtSize(doc, "v").layers[0]).toEqual({
    ...chart,
    style: { ...chart.style, fontSize: chart.style.fontSize * 3 },
  });
});
