import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createDocument } from "../create-document";
import { LIMITS } from "../limits";
import { ENTRIES } from "../registry";
import type { Document } from "../schema";
import {
  addVariant,
  duplicateVariant,
  moveVariant,
  removeVariant,
  renameVariant,
  resetOverrides,
  resizeVariant,
} from "./variant-commands";

const CANVAS = { width: 1200, height: 628 };
const size = (id: string, name = id) => ({ id, name, width: 600, height: 300, displayWidth: 300 });

function documentOf(...ids: string[]): Document {
  const empty = createDocument({ ...CANVAS, displayWidth: 600 });
  const layers = ["a", "b"].map((id) => ENTRIES.shape.create(id, CANVAS));
  return ids.reduce<Document>((doc, id) => addVariant(doc, { variant: size(id) }), { ...empty, layers });
}

const names = (doc: Document) => doc.variants.map(({ name }) => name).join();

describe("sizes", () => {
  test("are added in their order, each with a name of its own", () => {
    const two = addVariant(documentOf("one"), { variant: size("two", "one"), index: 0 });
    expect(two.variants).toMatchObject([
      { id: "two", name: "one 2", overrides: {} },
      { id: "one", name: "one" },
    ]);
    expect(names(addVariant(two, { variant: size("three", "one 2") }))).toBe("one 2,one,one 3");
  });

  test("are copied with what they override, beside the original", () => {
    const doc = documentOf("one", "last");
    const own = { ...doc, variants: doc.variants.map((each) => ({ ...each, overrides: { a: { x: 5 } } })) };
    const copied = duplicateVariant(own, { id: "one", newId: "copy" });
    expect(copied.variants).toMatchObject([
      { id: "one" },
      { id: "copy", name: "one 2", overrides: { a: { x: 5 } } },
      { id: "last" },
    ]);
    expect(duplicateVariant(own, { id: "gone", newId: "copy" })).toBe(own);
  });

  test("are refused beyond the limit, with words", () => {
    const full = documentOf(...Array.from({ length: LIMITS.variants }, (_, index) => `s${index}`));
    expect(() => addVariant(full, { variant: size("more") })).toThrow(AppError);
    expect(() => duplicateVariant(full, { id: "s0", newId: "more" })).toThrow(/at most 12 sizes/);
  });

  test("are renamed, measured, moved and removed", () => {
    const doc = documentOf("one", "two", "three");
    expect(names(renameVariant(doc, { id: "two", name: " Łódź\n" }))).toBe("one,Łódź,three");
    expect(renameVariant(doc, { id: "two", name: "  " })).toBe(doc);
    expect(resizeVariant(doc, { id: "two", measures: { height: 900 } }).variants[1]).toMatchObject({
      ...{ width: 600, height: 900, displayWidth: 300 },
    });
    expect(resizeVariant(doc, { id: "two", measures: { height: 0 } })).toBe(doc);
    expect(names(moveVariant(doc, { id: "one", index: 2 }))).toBe("two,three,one");
    expect(names(moveVariant(doc, { id: "three", index: -4 }))).toBe("three,one,two");
    expect(moveVariant(doc, { id: "one", index: 0 })).toBe(doc);
    expect(names(removeVariant(doc, { id: "two" }))).toBe("one,three");
    expect(removeVariant(doc, { id: "gone" })).toBe(doc);
  });

  test("follow the design again in one property, one layer or all", () => {
    const doc = documentOf("one", "two");
    const overrides = { a: { x: 5, y: 6 }, b: { x: 7 } };
    const own = { ...doc, variants: doc.variants.map((each) => ({ ...each, overrides })) };
    const left = (reset: Omit<Parameters<typeof resetOverrides>[1], "id">) =>
      resetOverrides(own, { id: "one", ...reset }).variants.map((each) => each.overrides);
    expect(left({ layerIds: ["a"], keys: ["x"] })).toEqual([{ a: { y: 6 }, b: { x: 7 } }, overrides]);
    expect(left({ keys: ["x"] })).toEqual([{ a: { y: 6 } }, overrides]);
    expect(left({ layerIds: ["a"] })).toEqual([{ b: { x: 7 } }, overrides]);
    expect(left({})).toEqual([{}, overrides]);
    expect(resetOverrides(own, { id: "one", layerIds: ["gone"] })).toBe(own);
  });
});
