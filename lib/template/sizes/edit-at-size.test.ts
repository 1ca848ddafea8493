import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { copyLayers } from "../clip";
import { addLayers } from "../commands/add-layers";
import { alignLayers } from "../commands/align-layers";
import { duplicateLayers } from "../commands/duplicate-layers";
import { groupLayers } from "../commands/group-layers";
import { moveLayers } from "../commands/move-layers";
import { placeLayers } from "../commands/place-layers";
import { removeLayers } from "../commands/remove-layers";
import { reorderLayers } from "../commands/reorder-layers";
import { resizeLayers } from "../commands/resize-layers";
import { rotateLayers } from "../commands/rotate-layers";
import { setCanvas } from "../commands/set-canvas";
import { setProperties } from "../commands/set-properties";
import { ungroupLayers } from "../commands/ungroup-layers";
import { fitGroupsAround } from "../fit-group";
import { cornersOf, worldMatrix } from "../geometry";
import { entryOf } from "../registry";
import type { Handle } from "../resize-box";
import { type Document, documentSchema, type Layer } from "../schema";
import { arbitraryDocument } from "../testing/arbitrary-document";
import { allIds, findLayer, mapLayers, subtreeIds, topmost, walkLayers } from "../tree";
import type { Variant } from "../variant";
import { documentAtSize } from "../variants";
import { editAtSize } from "./edit-at-size";

type Dice = { picks: number[]; a: number; b: number; c: number };
const dice: fc.Arbitrary<Dice> = fc.record({
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  a: fc.integer({ min: -300, max: 300 }),
  b: fc.integer({ min: -300, max: 300 }),
  c: fc.nat(20),
});

const HANDLES: Handle[] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

function idsOf(doc: Document, { picks }: Dice): string[] {
  const all = [...allIds(doc)];
  return [...new Set(picks.flatMap((pick) => all[pick % Math.max(1, all.length)] ?? []))];
}

type Edit = (doc: Document, dice: Dice) => Document;

/** Edits of where layers stand: they belong to the size alone. */
const OF_THE_SIZE: Record<string, Edit> = {
  move: (doc, d) => moveLayers(doc, { ids: idsOf(doc, d), dx: d.a, dy: d.b }),
  resize: (doc, d) =>
    resizeLayers(doc, {
      ids: idsOf(doc, d),
      handle: HANDLES[d.c % 8] ?? "se",
      dx: d.a,
      dy: d.b,
      keepAspect: d.c % 2 === 0,
      scaleContents: d.c % 2 === 0,
    }),
  rotate: (doc, d) => rotateLayers(doc, { ids: idsOf(doc, d), degrees: d.a }),
  align: (doc, d) => alignLayers(doc, { ids: idsOf(doc, d), edge: d.c % 2 ? "left" : "bottom" }),
  place: (doc, d) => setProperties(doc, { ids: idsOf(doc, d), values: { x: d.a, y: d.b } }),
  turn: (doc, d) => setProperties(doc, { ids: idsOf(doc, d), values: { rotation: d.a } }),
  hide: (doc, d) => setProperties(doc, { ids: idsOf(doc, d), values: { visible: d.c % 2 === 0 } }),
  write: (doc, d) =>
    setProperties(doc, { ids: idsOf(doc, d), values: { "style.fontSize": 5 + Math.abs(d.a) } }),
};

/** Edits of what all sizes share. */
const OF_THE_DESIGN: Record<string, Edit> = {
  paint: (doc, d) =>
    setProperties(doc, { ids: idsOf(doc, d), values: { opacity: 0.25, "style.color": "#123456" } }),
  outline: (doc, d) =>
    setProperties(doc, {
      ids: idsOf(doc, d),
      values: { radius: 12, stroke: { color: "#ff0000", width: 1 + d.c, dash: "dashed" } },
    }),
  shade: (doc, d) =>
    setProperties(doc, {
      ids: idsOf(doc, d),
      values: { shadow: { x: d.c, y: -d.c, blur: d.c, color: "#000000" } },
    }),
  lock: (doc, d) => setProperties(doc, { ids: idsOf(doc, d), values: { locked: true, name: "Kept" } }),
  reorder: (doc, d) => reorderLayers(doc, { ids: idsOf(doc, d), to: d.c % 2 ? "front" : "backward" }),
  remove: (doc, d) => removeLayers(doc, { ids: idsOf(doc, d) }),
  add: (doc, d) =>
    addLayers(doc, {
      layers: copyLayers(doc, idsOf(doc, d)).layers.map(renamed),
      parentId: d.c % 3 === 0 ? (idsOf(doc, d)[0] ?? null) : null,
      index: d.c,
    }),
  duplicate: (doc, d) => {
    const inside = subtreeIds(topmost(doc, idsOf(doc, d)).map(({ layer }) => layer));
    const newIds = Object.fromEntries(inside.map((id) => [id, `copy-${id}`]));
    return duplicateLayers(doc, { ids: idsOf(doc, d), newIds, dx: d.a, dy: d.b });
  },
  group: (doc, d) => groupLayers(doc, { ids: idsOf(doc, d), groupId: "grouped" }),
  ungroup: (doc, d) => refusable(() => ungroupLayers(doc, { ids: idsOf(doc, d) }), doc),
  nest: (doc, d) =>
    placeLayers(doc, { ids: idsOf(doc, d), parentId: [...allIds(doc)][d.c] ?? null, index: d.c }),
  background: (doc) => setCanvas(doc, { background: { kind: "solid", color: "#123456" }, alt: "Said" }),
};

function renamed(layer: Layer): Layer {
  return "children" in layer
    ? { ...layer, id: `new-${layer.id}`, children: layer.children.map(renamed) }
    : { ...layer, id: `new-${layer.id}` };
}

function refusable(change: () => Document, otherwise: Document): Document {
  try {
    return change();
  } catch (error) {
    if (error instanceof AppError) return otherwise;
    throw error;
  }
}

const side = fc.integer({ min: 500, max: 1500 });

/**
 * Documents as people make them: canvases that are not a thousand times as large as another, groups drawn tight, text
 * that no size takes to the limits, nothing far away or huge in a size, nothing overridden that a layer does not have.
 */
const designs = fc
  .tuple(arbitraryDocument, side, side, fc.array(fc.tuple(side, side), { minLength: 2, maxLength: 2 }))
  .map(([doc, width, height, sides]): Document => {
    const layers = [...mapLayers(doc.layers, legible)];
    const variants = sides.map(([w, h], index): Variant => {
      const own = Object.entries(doc.variants[index]?.overrides ?? {}).flatMap(
        ([id, { fontSize, ...rest }]) => {
          const layer = findLayer(doc, id);
          const placed = within(rest);
          const kept = layer?.type === "text" && fontSize ? { ...placed, fontSize: 10 + fontSize } : placed;
          return Object.keys(kept).length > 0 ? [[id, kept] as const] : [];
        },
      );
      const id = index === 0 ? "story" : "square";
      return { id, name: "", width: w, height: h, displayWidth: 300, overrides: Object.fromEntries(own) };
    });
    const whole = { ...doc, width, height, layers, variants };
    return fitGroupsAround(whole, [...allIds(whole)]);
  })
  .filter(isInProportion);

/** Whether no size scales a layer so far that what is rounded in the design shows in it. */
function isInProportion(doc: Document): boolean {
  return doc.variants.every(({ overrides }) =>
    Object.entries(overrides).every(([id, { x = 0, y = 0, width = 0, height = 0 }]) => {
      const layer = findLayer(doc, id);
      if (!layer) return false;
      const isNear = Math.max(Math.abs(x), Math.abs(y)) <= 5_000;
      return isNear && width <= 10 * layer.width && height <= 10 * layer.height;
    }),
  );
}

/** Near the canvas: what no layer of the design could be, as large, cannot be taken over from a size either. */
function within<T extends Variant["overrides"][string]>(override: T): T {
  const near = { ...override };
  for (const key of ["x", "y", "width", "height"] as const) {
    const value = near[key];
    if (value !== undefined) near[key] = Math.max(-3_000, Math.min(3_000, value));
  }
  return near;
}

function legible(layer: Layer): Layer {
  const sized = { ...layer, width: Math.max(20, layer.width), height: Math.max(20, layer.height) };
  if (sized.type === "chart")
    return { ...sized, style: { ...sized.style, fontSize: 10 + sized.style.fontSize } };
  if (sized.type !== "text") return sized;
  return {
    ...sized,
    minFontSize: 10,
    style: { ...sized.style, fontSize: 10 + sized.style.fontSize, letterSpacing: 0 },
    runs: sized.runs.map(({ text, style: { fontSize, letterSpacing, ...style } }) => ({ text, style })),
  };
}

const edits = (of: Record<string, Edit>) =>
  fc.constantFrom(...Object.keys(of)).map((name) => ({ name, edit: of[name] }));

function editedIn(design: Document, edit: Edit, d: Dice) {
  const before = documentAtSize(design, "story");
  const after = edit(before, d);
  return { before, after, next: editAtSize(design, "story", before, after) };
}

const corners = (doc: Document) =>
  Array.from(walkLayers(doc.layers), ({ layer }) => ({
    id: layer.id,
    visible: layer.visible,
    // A group's box is drawn around what it holds: only leaves stand somewhere of their own.
    corners: "children" in layer ? [] : cornersOf(layer, worldMatrix(doc, layer.id)),
  }));

/** Largest distance between two pieces of data that are alike but for numbers; Infinity when they differ otherwise. */
function distance(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other);
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other ? 0 : Number.POSITIVE_INFINITY;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  if (left.length !== right.size) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...left.map(([key, value]) => distance(value, right.get(key))));
}

const contents = (doc: Document) =>
  Array.from(walkLayers(doc.layers), ({ layer }) => {
    const { x, y, width, height, rotation, ...content } = layer;
    return { ...content, children: [] };
  });

const fontSizes = (doc: Document) =>
  Array.from(walkLayers(doc.layers), ({ layer }) => entryOf(layer).fontSize?.(layer) ?? 0);

describe.each([
  ["of the size", OF_THE_SIZE],
  ["of the design", OF_THE_DESIGN],
])("edits %s", (_name, of) => {
  test("show in the size as they were made", () => {
    fc.assert(
      fc.property(designs, edits(of), dice, (design, { edit }, d) => {
        if (!edit) return;
        const { after, next } = editedIn(design, edit, d);
        expect(documentSchema.safeParse(next).error?.issues).toBeUndefined();
        const shown = documentAtSize(next, "story");
        expect(distance(corners(shown), corners(after))).toBeLessThan(0.5);
        const said = of === OF_THE_SIZE ? fontSizes : contents;
        expect(distance(said(shown), said(after))).toBeLessThan(0.05);
        const { layers: _one, ...rest } = shown;
        const { layers: _other, ...wanted } = after;
        expect(distance(rest, wanted)).toBeLessThan(0.001);
      }),
      { numRuns: 250 },
    );
  });
});

test("where things stand in a size changes neither the design nor another size", () => {
  fc.assert(
    fc.property(designs, edits(OF_THE_SIZE), dice, (design, { edit }, d) => {
      if (!edit) return;
      const { next } = editedIn(design, edit, d);
      expect(next.layers).toEqual(design.layers);
      expect(next.variants[1]).toEqual(design.variants[1]);
    }),
    { numRuns: 200 },
  );
});

test("how things look is shared and nothing is overridden for it", () => {
  const looks = { paint: OF_THE_DESIGN.paint, outline: OF_THE_DESIGN.outline, shade: OF_THE_DESIGN.shade };
  fc.assert(
    fc.property(designs, fc.constantFrom(...Object.values(looks)), dice, (design, edit, d) => {
      if (!edit) return;
      const { next } = editedIn(design, edit, d);
      expect(next.variants).toEqual(design.variants);
      expect(distance(corners(next), corners(design))).toBe(0);
    }),
    { numRuns: 200 },
  );
});
