import { expect, test } from "vitest";
import { addLayers } from "@/lib/template/commands/add-layers";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { placeLayers } from "@/lib/template/commands/place-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { dropPlace, foundRows, keptRows, type LayerRow, layerRows } from "./layer-rows";

const canvas = { width: 1200, height: 628 };
const box = (id: string) => ENTRIES.shape.create(id, canvas);

function sample(): Document {
  const empty = createDocument({ ...canvas, displayWidth: 600 });
  const filled = addLayers(empty, { layers: [box("back"), box("a"), box("b"), box("front")] });
  return groupLayers(filled, { ids: ["a", "b"], groupId: "group" });
}

const names = (doc: Document) =>
  layerRows(doc.layers, new Set()).map(({ layer, depth }) => `${depth} ${layer.id}`);

function dropped(doc: Document, id: string, onto: string, share: number, depth?: number): Document {
  const rows = layerRows(doc.layers, new Set());
  const row = rows.find(({ layer }) => layer.id === onto) as LayerRow;
  const { parentId, index } = dropPlace(rows, row, share, depth);
  return placeLayers(doc, { ids: [id], parentId, index });
}

test("the list shows what is in front first, children under their group", () => {
  expect(names(sample())).toEqual(["1 front", "1 group", "2 b", "2 a", "1 back"]);
});

test("a folded group hides its children", () => {
  const rows = layerRows(sample().layers, new Set(["group"]));
  expect(rows.map(({ layer }) => layer.id)).toEqual(["front", "group", "back"]);
});

test("a layer goes where the line was shown", () => {
  expect(names(dropped(sample(), "front", "back", 0.9))).toEqual([
    "1 group",
    "2 b",
    "2 a",
    "1 back",
    "1 front",
  ]);
  expect(names(dropped(sample(), "back", "front", 0.1))).toEqual([
    "1 back",
    "1 front",
    "1 group",
    "2 b",
    "2 a",
  ]);
  expect(names(dropped(sample(), "front", "group", 0.5))).toEqual([
    "1 group",
    "2 front",
    "2 b",
    "2 a",
    "1 back",
  ]);
  expect(names(dropped(sample(), "front", "a", 0.1))).toEqual(["1 group", "2 b", "2 front", "2 a", "1 back"]);
  expect(names(dropped(sample(), "b", "front", 0.1))).toEqual(["1 b", "1 front", "1 group", "2 a", "1 back"]);
});

test("under the last row of a group the pointer's place tells whether it is in or out", () => {
  expect(names(dropped(sample(), "front", "a", 0.9, 2))).toEqual([
    "1 group",
    "2 b",
    "2 a",
    "2 front",
    "1 back",
  ]);
  expect(names(dropped(sample(), "front", "a", 0.9, 1))).toEqual([
    "1 group",
    "2 b",
    "2 a",
    "1 front",
    "1 back",
  ]);
  // Between two rows of one group there is only one place.
  expect(names(dropped(sample(), "front", "b", 0.9, 1))).toEqual([
    "1 group",
    "2 b",
    "2 front",
    "2 a",
    "1 back",
  ]);
});

test("what is looked for stands under its groups, folded or not", () => {
  const doc = addLayers(sample(), { layers: [{ ...box("x"), name: "Łódź" }], parentId: "group" });
  expect(foundRows(doc.layers, "lodz").map(({ layer }) => layer.id)).toEqual(["group", "x"]);
  expect(foundRows(doc.layers, "nothing")).toEqual([]);
});

test("a row is the same object until something of it changes", () => {
  const doc = sample();
  const before = layerRows(doc.layers, new Set());
  expect(keptRows(before, layerRows(doc.layers, new Set()))).toBe(before);
  const moved = placeLayers(doc, { ids: ["front"], parentId: null, index: 0 });
  const after = keptRows(before, layerRows(moved.layers, new Set()));
  const changed = after.filter((row) => !before.includes(row)).map(({ layer }) => layer.id);
  expect(changed).toEqual(["group", "back", "front"]);

  const masked = setProperties(doc, { ids: ["group"], values: { masked: true } });
  const cut = keptRows(before, layerRows(masked.layers, new Set()));
  expect(cut.filter(({ isMask }) => isMask).map(({ layer }) => layer.id)).toEqual(["a"]);
});
