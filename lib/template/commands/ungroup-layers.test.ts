import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createDocument } from "../create-document";
import { DEFAULT_FORMAT, type Field } from "../field";
import { LIMITS } from "../limits";
import type { LayerBase, Rule } from "../primitives";
import { ENTRIES } from "../registry";
import { resolveDocument } from "../resolve-document";
import type { ResolvedLayer } from "../resolved";
import type { Document, Layer } from "../schema";
import { arbitraryDocument } from "../testing/arbitrary-document";
import { findLayer, mapLayers, walkLayers } from "../tree";
import { ungroupLayers } from "./ungroup-layers";

const CANVAS = { width: 1200, height: 628 };
const FIELDS = ["s", "t"].map(
  (key): Field => ({
    key,
    label: key,
    type: "text",
    fallback: "",
    format: DEFAULT_FORMAT,
  }),
);
const shape = (id: string, change: Partial<LayerBase> = {}): Layer => ({
  ...ENTRIES.shape.create(id, CANVAS),
  ...change,
});
const groupOf = (change: Partial<LayerBase>, ...children: Layer[]): Document => ({
  ...createDocument({ ...CANVAS, displayWidth: 600 }),
  fields: FIELDS,
  layers: [{ ...ENTRIES.group.create("g", CANVAS), name: "Badge", ...change, children }],
});
const when = (key: string, value: string, then: Rule["then"]): Rule => ({
  when: { match: "all", tests: [{ key, is: "equals", value }] },
  then,
});
const set = (path: string, value: string) => ({ kind: "set" as const, path, value });
const SHOW = { kind: "show" } as const;
const HIDE = { kind: "hide" } as const;

/** Ids of the layers that are shown and hold no others. */
function shown(doc: Document, values: Record<string, string>): string[] {
  const leaves = (layers: readonly ResolvedLayer[]): string[] =>
    layers.flatMap((layer) => (layer.type === "group" ? leaves(layer.children) : [layer.id]));
  return leaves(resolveDocument(doc, values).document.layers);
}

const apart = (doc: Document) => ungroupLayers(doc, { ids: ["g"] });
const refusal = (doc: Document): string => {
  try {
    apart(doc);
  } catch (error) {
    if (error instanceof AppError) return error.message;
  }
  return "";
};

describe("what values do to a group they do to what it held", () => {
  const VALUES = ["yes", "no", "gold", ""].flatMap((s) => ["yes", "no", "x"].map((t) => ({ s, t })));
  test.each<[string, Partial<LayerBase>]>([
    ["a binding", { bindings: [{ path: "visible", key: "s" }] }],
    ["a binding of a group that is invisible", { visible: false, bindings: [{ path: "visible", key: "s" }] }],
    ["a rule that sets it", { rules: [when("s", "gold", set("visible", "no"))] }],
    [
      "a binding and a rule",
      { bindings: [{ path: "visible", key: "s" }], rules: [when("t", "x", set("visible", "yes"))] },
    ],
    ["a rule that shows", { rules: [when("s", "gold", SHOW)] }],
    ["a rule that hides", { rules: [when("s", "gold", HIDE)] }],
  ])("%s", (_name, change) => {
    const doc = groupOf(
      change,
      shape("plain"),
      shape("unseen", { visible: false }),
      shape("own", { rules: [when("t", "no", HIDE)], hideWhenMissing: ["t"] }),
    );
    const after = apart(doc);
    expect(findLayer(after, "g")).toBeUndefined();
    for (const values of VALUES) expect(shown(after, values)).toEqual(shown(doc, values));
  });

  test("opacity goes to those that have none of their own", () => {
    const doc = groupOf({ opacity: 0.5, bindings: [{ path: "opacity", key: "s" }] }, shape("a"));
    const [layer] = resolveDocument(apart(doc), { s: "25%" }).document.layers;
    expect(layer).toMatchObject({ id: "a", opacity: 0.25 });
    expect(findLayer(apart(doc), "a")).toMatchObject({ opacity: 0.5 });
  });

  test("what a group has no use for does nothing to a layer either", () => {
    const doc = groupOf(
      { bindings: [{ path: "fill.color", key: "s" }], rules: [when("s", "#ff0000", set("width", "5"))] },
      shape("a"),
    );
    expect(findLayer(apart(doc), "a")).toMatchObject({ bindings: [], rules: [] });
  });
});

test.each<[string, Document, RegExp]>([
  [
    "both are shown by rules",
    groupOf({ rules: [when("s", "gold", SHOW)] }, shape("a", { rules: [when("t", "x", SHOW)] })),
    /^"Badge" stays a group\..* when it is shown/,
  ],
  [
    "both are made visible by values",
    groupOf(
      { bindings: [{ path: "visible", key: "s" }] },
      shape("a", { bindings: [{ path: "visible", key: "t" }] }),
    ),
    /when it is shown/,
  ],
  [
    "a layer would appear out of an invisible group",
    groupOf({ visible: false }, shape("a", { bindings: [{ path: "visible", key: "t" }] })),
    /when it is shown/,
  ],
  [
    "opacity cannot be multiplied by a value",
    groupOf({ bindings: [{ path: "opacity", key: "s" }] }, shape("a", { opacity: 0.5 })),
    /opacity/,
  ],
  ["values move it", groupOf({ rules: [when("s", "gold", set("x", "5"))] }, shape("a")), /place/],
  [
    "its rules are too many",
    groupOf(
      { rules: [when("s", "gold", HIDE)] },
      shape("a", { rules: Array.from({ length: LIMITS.rules }, () => when("t", "x", HIDE)) }),
    ),
    /20 rules/,
  ],
])("a group stays where %s, and why is told", (_name, doc, told) => {
  expect(refusal(doc)).toMatch(told);
});

const key = fc.constantFrom("s", "t");
const value = fc.constantFrom("yes", "no", "gold", "");
const conditions: fc.Arbitrary<Partial<LayerBase>> = fc.record({
  visible: fc.constantFrom(true, true, true, false),
  opacity: fc.constantFrom(1, 1, 0.5),
  hideWhenMissing: fc.uniqueArray(key, { maxLength: 1 }),
  bindings: fc.array(fc.record({ path: fc.constantFrom("visible", "opacity", "fill.color"), key }), {
    maxLength: 1,
  }),
  rules: fc
    .array(
      fc.tuple(
        key,
        value,
        fc.constantFrom<Rule["then"]>(SHOW, HIDE, set("visible", "no"), set("visible", "yes")),
      ),
      { maxLength: 2 },
    )
    .map((rules) => rules.map((parts) => when(...parts))),
});

test("any group taken apart shows the same layers for any values, or is told to stay", () => {
  let changes = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      arbitraryDocument,
      fc.array(conditions, { minLength: 1, maxLength: 8 }),
      fc.record({ s: value, t: value }),
      (drawn, list, values) => {
        let at = 0;
        const layers = mapLayers(drawn.layers, (layer) => ({ ...layer, ...list[at++ % list.length] }));
        const doc: Document = { ...drawn, fields: FIELDS, layers: [...layers] };
        const groups = Array.from(walkLayers(doc.layers)).filter(({ layer }) => layer.type === "group");
        for (const { layer } of groups) {
          try {
            const after = ungroupLayers(doc, { ids: [layer.id] });
            expect(shown(after, values)).toEqual(shown(doc, values));
            if (after !== doc) changes += 1;
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            refused += 1;
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(changes, refused)).toBeGreaterThan(20);
});
