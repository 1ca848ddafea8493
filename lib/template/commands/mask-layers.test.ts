import { expect, test } from "vitest";
import { createDocument } from "../create-document";
import { maskOf } from "../layers/group";
import type { LayerBase } from "../primitives";
import { ENTRIES } from "../registry";
import { resolveDocument } from "../resolve-document";
import { type Document, documentSchema, type Layer } from "../schema";
import { findLayer, mapLayers } from "../tree";
import { maskLayers } from "./mask-layers";
import { placeLayers } from "./place-layers";
import { removeLayers } from "./remove-layers";
import { reorderLayers } from "./reorder-layers";
import { ungroupLayers } from "./ungroup-layers";

const CANVAS = { width: 1200, height: 628 };
const shape = (id: string): Layer => ENTRIES.shape.create(id, CANVAS);
const doc: Document = {
  ...createDocument({ ...CANVAS, displayWidth: 600 }),
  layers: [shape("back"), shape("photo"), shape("other"), shape("front")],
};
const masked = maskLayers(doc, { ids: ["front", "photo"], groupId: "g" });
const maskIn = (document: Document) => {
  const group = findLayer(document, "g");
  return group ? (maskOf(group)?.id ?? null) : undefined;
};

test("layers go into a group that the backmost of them masks, in whatever order they were chosen", () => {
  expect(documentSchema.safeParse(masked).success).toBe(true);
  expect(masked.layers.map(({ id }) => id)).toEqual(["back", "other", "g"]);
  expect(findLayer(masked, "g")).toMatchObject({ name: "Mask group", masked: true });
  expect(maskIn(masked)).toBe("photo");
});

test("one layer has nothing to mask", () => {
  expect(maskLayers(doc, { ids: ["photo"], groupId: "g" })).toBe(doc);
});

test.each<[string, Document]>([
  ["is deleted", removeLayers(masked, { ids: ["photo"] })],
  ["is moved out", placeLayers(masked, { ids: ["photo"], parentId: null })],
])("a group whose mask %s is masked no more: what was cut is not cut by the next one", (_name, after) => {
  expect(maskIn(after)).toBeNull();
  expect(findLayer(after, "front")).toBeDefined();
});

test("what else goes leaves the mask, and what is sent to the back becomes it", () => {
  const three = placeLayers(masked, { ids: ["other"], parentId: "g" });
  expect(maskIn(removeLayers(three, { ids: ["front"] }))).toBe("photo");
  expect(maskIn(reorderLayers(three, { ids: ["other"], to: "back" }))).toBe("other");
});

test("a masked group stays a group until its mask is released, and so does a group that masks", () => {
  expect(() => ungroupLayers(masked, { ids: ["g"] })).toThrow(/backmost layer is a mask/);
  const inner: Layer = {
    ...ENTRIES.group.create("inner", CANVAS),
    name: "Badge",
    children: [shape("a"), shape("b")],
  };
  const outer: Layer = { ...ENTRIES.group.create("g", CANVAS), masked: true, children: [inner, shape("c")] };
  const nested: Document = { ...doc, layers: [outer] };
  expect(() => ungroupLayers(nested, { ids: ["inner"] })).toThrow(
    /"Badge" stays a group.*the mask of a group/,
  );
  const released: Document = { ...doc, layers: [{ ...outer, masked: false }] };
  expect(ungroupLayers(released, { ids: ["inner"] }).layers).toHaveLength(1);
});

test("a mask that is hidden, by the designer or for want of a value, does not mask", () => {
  const isMasked = (change: Partial<LayerBase>) => {
    const layers = [
      ...mapLayers(masked.layers, (layer) => (layer.id === "photo" ? { ...layer, ...change } : layer)),
    ];
    const group = resolveDocument({ ...masked, layers }, {}).document.layers.find(({ id }) => id === "g");
    return group?.type === "group" ? group.masked : undefined;
  };
  expect(isMasked({})).toBe(true);
  expect(isMasked({ visible: false })).toBe(false);
  expect(isMasked({ hideWhenMissing: ["photo"] })).toBe(false);
});
