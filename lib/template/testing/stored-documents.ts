import { expect } from "vitest";
import { LIMITS } from "../limits";
import { openDocument } from "../open-document";
import { ENTRIES } from "../registry";
import { documentSchema, type Layer, SCHEMA_VERSION } from "../schema";
import { walkLayers } from "../tree";

export const CANVAS = { width: 1200, height: 628 };
/** A text layer with nothing wrong in it: whatever is next to it, it has to come through. */
export const GOOD = {
  ...ENTRIES.text.create("good", CANVAS),
  runs: [{ text: "Nguyễn, {{first_name}}", style: { color: "#ff0000" } }],
};
export const shape = (id: string, change: object = {}) => ({
  ...ENTRIES.shape.create(id, CANVAS),
  ...change,
});
/** What the database holds of a document, with other parts in it; `GOOD` is its only layer. */
export const stored = (change: object = {}) => ({
  schemaVersion: SCHEMA_VERSION,
  width: 1200,
  height: 628,
  displayWidth: 600,
  background: null,
  alt: "",
  fields: [],
  backgroundKey: null,
  backgroundToken: null,
  guides: [],
  timeZone: "UTC",
  samples: [],
  layers: [GOOD],
  variants: [],
  ...change,
});
/** Groups so deep around something. */
export const nested = (depth: number, inner: unknown): unknown =>
  depth === 0
    ? inner
    : { ...ENTRIES.group.create(`g${depth}`, CANVAS), children: [nested(depth - 1, inner)] };

/** Opens and checks what must hold whatever the input. */
export function opened(input: unknown) {
  const result = openDocument(input);
  expect(documentSchema.safeParse(result.document).error).toBeUndefined();
  expect(JSON.stringify(result.document).length).toBeLessThanOrEqual(LIMITS.documentBytes);
  return { ...result, codes: [...new Set(result.repairs.map(({ code }) => code))] };
}

export function layerNamed(layers: readonly Layer[], id: string): Layer | undefined {
  return Array.from(walkLayers(layers)).find(({ layer }) => layer.id === id)?.layer;
}

export const TEST = { key: "first_name", is: "equals", value: "x" };
export const HIDING = { when: { match: "all", tests: [TEST] }, then: { kind: "hide" } };
export const deepCondition = (depth: number): unknown =>
  depth === 0 ? TEST : { match: "all", tests: [deepCondition(depth - 1)] };
