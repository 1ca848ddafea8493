import { expect, test } from "vitest";
import { addLayers } from "@/lib/template/commands/add-layers";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { placeLayers } from "@/lib/template/commands/place-layers";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { dropPlace, type LayerRow, layerRows } from "./layer-rows";

const canvas = { width: 1200, height: 628 };
const box = (id: string) => ENTRIES.shape.create(id, canvas);

function sample(): Document {
  const empty = createDocument({ ...canvas, displayWidth: 600 });
  const filled = addLayers(empty, { layers: [box("back"), box("a"), box("b"), box("front")] });
  return groupLayers(filled, { ids: ["a", "b"], groupId: "group" });
}

const names = (doc: Document) =>
  layerRows(doc.layers, new Set()).map(({ layer, depth }) => `${depth} ${layer.id}`);

function dropped(doc: Document, id: string, onto: string, share: number): Document {
  const row = layerRows(doc.layers, new Set()).find(({ layer }) => layer.id === onto) as LayerRow;
  const { parentId, index } = dropPlace(row, share);
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
