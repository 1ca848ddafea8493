import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { copyLayers } from "../clip";
import { DEFAULT_FORMAT } from "../field";
import { cornersOf, type Matrix, worldMatrix } from "../geometry";
import type { Handle } from "../resize-box";
import { type Document, documentSchema } from "../schema";
import { arbitraryDocument } from "../testing/arbitrary-document";
import { allIds, subtreeIds, topmost, walkLayers } from "../tree";
import { addLayers } from "./add-layers";
import { alignLayers, type Edge } from "./align-layers";
import { distributeLayers } from "./distribute-layers";
import { duplicateLayers } from "./duplicate-layers";
import { addField, moveField, removeField, renameField, updateField } from "./field-commands";
import { groupLayers } from "./group-layers";
import { moveLayers } from "./move-layers";
import { pasteLayers } from "./paste-layers";
import { placeLayers } from "./place-layers";
import { removeLayers } from "./remove-layers";
import { renameLayer } from "./rename-layer";
import { reorderLayers } from "./reorder-layers";
import { resizeLayers } from "./resize-layers";
import { rotateLayers } from "./rotate-layers";
import {
  addSample,
  duplicateSamples,
  importSamples,
  moveSamples,
  removeSample,
  removeSamples,
  setCells,
  updateSample,
} from "./sample-commands";
import { setCanvas } from "./set-canvas";
import { setProperties } from "./set-properties";
import { ungroupLayers } from "./ungroup-layers";

/** A command made for a document, told by a few numbers so that it shrinks. */
type Dice = { picks: number[]; a: number; b: number; c: number; flag: boolean };

const dice: fc.Arbitrary<Dice> = fc.record({
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  a: fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -40_000, max: 40_000 })),
  b: fc.integer({ min: -500, max: 500 }),
  c: fc.nat(20),
  flag: fc.boolean(),
});

const HANDLES: Handle[] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const EDGES: Edge[] = ["left", "centre", "right", "top", "middle", "bottom"];
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

function idsOf(doc: Document, { picks }: Dice): string[] {
  const all = [...allIds(doc)];
  return all.length === 0 ? ["nobody"] : [...new Set(picks.map((pick) => at(all, pick) ?? ""))];
}

function newIds(ids: readonly string[], tag: string): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, `${tag}-${id}`]));
}

const keyOf = (doc: Document, { c }: Dice) => at(doc.fields, c)?.key ?? "nobody";

/** The document with these groups dissolved, or itself where that is refused. */
function ungrouped(doc: Document, ids: readonly string[]): Document {
  try {
    return ungroupLayers(doc, { ids });
  } catch (error) {
    if (error instanceof AppError) return doc;
    throw error;
  }
}

const COMMANDS: Record<string, (doc: Document, d: Dice) => Document> = {
  add: (doc, d) =>
    addLayers(doc, {
      layers: copyLayers(doc, idsOf(doc, d)).layers.map((layer) => ({ ...layer, id: `added-${layer.id}` })),
      parentId: d.flag ? null : (idsOf(doc, d)[0] ?? null),
      index: d.c,
    }),
  remove: (doc, d) => removeLayers(doc, { ids: idsOf(doc, d) }),
  move: (doc, d) => moveLayers(doc, { ids: idsOf(doc, d), dx: d.a, dy: d.b }),
  resize: (doc, d) =>
    resizeLayers(doc, {
      ids: idsOf(doc, d),
      handle: HANDLES[d.c % 8] ?? "se",
      dx: d.a,
      dy: d.b,
      keepAspect: d.flag,
      fromCentre: d.c % 2 === 0,
      scaleContents: d.c % 3 === 0,
    }),
  rotate: (doc, d) =>
    rotateLayers(doc, { ids: idsOf(doc, d), degrees: d.a / 3, ...(d.flag && { pivot: { x: d.b, y: d.c } }) }),
  reorder: (doc, d) =>
    reorderLayers(doc, {
      ids: idsOf(doc, d),
      to: (["forward", "backward", "front", "back"] as const)[d.c % 4] ?? "front",
    }),
  place: (doc, d) =>
    placeLayers(doc, {
      ids: idsOf(doc, d),
      parentId: d.flag ? null : (at([...allIds(doc)], d.c) ?? null),
      index: d.c,
    }),
  duplicate: (doc, d) => {
    const inside = subtreeIds(topmost(doc, idsOf(doc, d)).map(({ layer }) => layer));
    return duplicateLayers(doc, {
      ids: idsOf(doc, d),
      newIds: newIds(inside, d.flag ? "copy" : "more"),
      dx: d.a,
      dy: d.b,
    });
  },
  paste: (doc, d) => {
    const clip = copyLayers(doc, idsOf(doc, d));
    const target = d.flag ? { ...doc, fields: [], samples: [] } : doc;
    const ids = newIds(subtreeIds(clip.layers), "pasted");
    const pasted = pasteLayers(target, { ...clip, newIds: ids, dx: d.a, dy: d.b });
    return pasted === target ? doc : pasted;
  },
  group: (doc, d) => groupLayers(doc, { ids: idsOf(doc, d), groupId: `group-${d.c}` }),
  ungroup: (doc, d) => ungrouped(doc, idsOf(doc, d)),
  align: (doc, d) => alignLayers(doc, { ids: idsOf(doc, d), edge: EDGES[d.c % 6] ?? "left" }),
  distribute: (doc, d) =>
    distributeLayers(doc, { ids: [...allIds(doc)], axis: d.flag ? "horizontal" : "vertical" }),
  rename: (doc, d) =>
    renameLayer(doc, { id: idsOf(doc, d)[0] ?? "", name: `Łódź\n\u202e${"x".repeat(d.c * 10)}` }),
  set: (doc, d) =>
    setProperties(doc, {
      ids: idsOf(doc, d),
      values:
        [
          { opacity: d.b / 500 },
          { width: d.a, height: 20 },
          { rotation: d.a / 100 },
          { "style.fontSize": d.b, locked: d.flag },
          { text: "Ж\u0000{{first_name}}", visible: d.flag },
          { "runs.0.text": "O'Neil\r\n" },
          { "fill.color": "#123456" },
          { id: "stolen" },
          { type: "group", children: [] },
          { __proto__x: 1, "constructor.prototype": 2 },
        ][d.c % 10] ?? {},
    }),
  canvas: (doc, d) =>
    setCanvas(doc, { width: d.a, displayWidth: d.c, alt: "Nguyễn\u0000", background: null }),
  addField: (doc, d) =>
    addField(doc, {
      field: {
        key: d.flag ? "city" : keyOf(doc, d),
        label: "",
        type: "text",
        fallback: "",
        format: DEFAULT_FORMAT,
      },
      index: d.c,
    }),
  updateField: (doc, d) =>
    updateField(doc, { key: keyOf(doc, d), change: { label: "Prénom", type: d.flag ? "image" : "number" } }),
  renameField: (doc, d) => renameField(doc, { from: keyOf(doc, d), to: d.flag ? "renamed" : "Not A Key" }),
  removeField: (doc, d) => removeField(doc, { key: keyOf(doc, d) }),
  moveField: (doc, d) => moveField(doc, { key: keyOf(doc, d), index: d.b }),
  addSample: (doc, d) => addSample(doc, { row: { id: `row-${d.c}`, name: "Щёголева", values: {} } }),
  updateSample: (doc, d) =>
    updateSample(doc, { id: "s1", change: { name: "A\nB", values: { [keyOf(doc, d)]: "\u0000x" } } }),
  removeSample: (doc) => removeSample(doc, { id: "s1" }),
  removeSamples: (doc) => removeSamples(doc, { ids: doc.samples.slice(0, 2).map(({ id }) => id) }),
  duplicateSamples: (doc, d) => duplicateSamples(doc, { ids: ["s1"], newIds: [`copy-${d.c}`] }),
  moveSamples: (doc, d) => moveSamples(doc, { ids: ["s1"], to: d.b }),
  setCells: (doc, d) =>
    setCells(doc, {
      at: d.b,
      columns: ["name", { field: keyOf(doc, d) }, null],
      cells: [["a\nb", "Nguyễn\u0000", "x"], [""], ["", ""]],
      ids: [`p${d.c}`, `q${d.c}`],
    }),
  importSamples: (doc, d) =>
    importSamples(doc, {
      replace: d.flag,
      columns: [{ field: keyOf(doc, d) }, "name"],
      cells: [["1", "One"], ["", ""], ["2"]],
      ids: [`i${d.c}`, `j${d.c}`],
    }),
};

const command = fc.constantFrom(...Object.keys(COMMANDS));

/** Corners of every layer that holds no others, on the canvas, by id. */
function cornersOnCanvas(doc: Document): Map<string, { x: number; y: number }[]> {
  const leaves = Array.from(walkLayers(doc.layers)).filter(({ layer }) => layer.type !== "group");
  const matrix = (id: string): Matrix => worldMatrix(doc, id);
  return new Map(leaves.map(({ layer }) => [layer.id, cornersOf(layer, matrix(layer.id))]));
}

function expectSamePlaces(before: Document, after: Document, ids?: Set<string>) {
  const places = cornersOnCanvas(after);
  for (const [id, corners] of cornersOnCanvas(before)) {
    if (ids?.has(id)) continue;
    for (const [index, corner] of corners.entries()) {
      const other = places.get(id)?.[index];
      expect(other, id).toBeDefined();
      expect(Math.hypot(corner.x - (other?.x ?? 0), corner.y - (other?.y ?? 0)), id).toBeLessThan(0.01);
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

describe("any command on any document", () => {
  test.each(Object.keys(COMMANDS))("%s leaves a valid document and the one it was given", (name) => {
    let changes = 0;
    fc.assert(
      fc.property(arbitraryDocument, dice, (doc, d) => {
        // Writing into a frozen document throws.
        const after = COMMANDS[name]?.(frozen(doc), d);
        if (after === undefined) return;
        expect(documentSchema.safeParse(after).error).toBeUndefined();
        if (after === doc) return;
        changes += 1;
        expect(JSON.stringify(after)).not.toBe(JSON.stringify(doc));
      }),
      { numRuns: 60 },
    );
    expect(changes).toBeGreaterThan(0);
  });

  test("chains of commands stay valid, and undoing is having kept the documents", () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.array(fc.tuple(command, dice), { maxLength: 20 }), (doc, steps) => {
        const start = JSON.stringify(doc);
        const last = steps.reduce(
          (current, [name, d]) => COMMANDS[name]?.(current, d) ?? current,
          frozen(doc),
        );
        expect(documentSchema.safeParse(last).error).toBeUndefined();
        expect(JSON.stringify(doc)).toBe(start);
      }),
      { numRuns: 40 },
    );
  });
});

describe("places on the canvas", () => {
  test("grouping and ungrouping keeps them within 0.01 px", () => {
    fc.assert(
      fc.property(arbitraryDocument, dice, (doc, d) => {
        const grouped = groupLayers(doc, { ids: idsOf(doc, d), groupId: "new" });
        expectSamePlaces(doc, grouped);
        const again = ungroupLayers(grouped, { ids: ["new"] });
        expectSamePlaces(doc, again);
        if (grouped !== doc) expect(allIds(again).has("new")).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test("turned groups in turned groups come apart where they are", () => {
    fc.assert(
      fc.property(arbitraryDocument, dice, (doc, d) => {
        const ids = idsOf(doc, d);
        const grouped = groupLayers(doc, { ids, groupId: "outer" });
        const turned = rotateLayers(grouped, { ids: ["outer"], degrees: d.b });
        const groups = Array.from(walkLayers(turned.layers)).filter(({ layer }) => layer.type === "group");
        expectSamePlaces(
          turned,
          ungrouped(
            turned,
            groups.map(({ layer }) => layer.id),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("placing elsewhere, removing others and reordering keep them", () => {
    fc.assert(
      fc.property(arbitraryDocument, dice, (doc, d) => {
        expectSamePlaces(doc, COMMANDS.place?.(doc, d) ?? doc);
        expectSamePlaces(doc, COMMANDS.reorder?.(doc, d) ?? doc);
        const gone = new Set(subtreeIds(topmost(doc, idsOf(doc, d)).map(({ layer }) => layer)));
        expectSamePlaces(doc, COMMANDS.remove?.(doc, d) ?? doc, gone);
      }),
      { numRuns: 100 },
    );
  });

  test("moving shifts the chosen on the canvas and nothing else, whatever they are in", () => {
    fc.assert(
      fc.property(arbitraryDocument, dice, (doc, d) => {
        const ids = idsOf(doc, d);
        const moved = moveLayers(doc, { ids, dx: d.b, dy: d.c });
        fc.pre(moved !== doc);
        const chosen = new Set(subtreeIds(topmost(doc, ids).map(({ layer }) => layer)));
        expectSamePlaces(doc, moved, chosen);
        const places = cornersOnCanvas(moved);
        for (const [id, [corner]] of cornersOnCanvas(doc)) {
          if (!chosen.has(id) || corner === undefined) continue;
          expect(places.get(id)?.[0]?.x).toBeCloseTo(corner.x + d.b, 1);
          expect(places.get(id)?.[0]?.y).toBeCloseTo(corner.y + d.c, 1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("pasting back what was copied lands on the original", () => {
    fc.assert(
      fc.property(arbitraryDocument, dice, (doc, d) => {
        const clip = copyLayers(doc, idsOf(doc, d));
        const pasted = pasteLayers(doc, { ...clip, newIds: newIds(subtreeIds(clip.layers), "p") });
        const places = cornersOnCanvas(pasted);
        for (const id of subtreeIds(clip.layers)) {
          const [was] = places.get(id) ?? [];
          const [is] = places.get(`p-${id}`) ?? [];
          if (was && is) expect(Math.hypot(was.x - is.x, was.y - is.y)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});
