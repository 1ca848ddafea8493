import { describe, expect, test } from "vitest";
import { createDocument } from "./create-document";
import { DEFAULT_FORMAT, type Field } from "./field";
import type { Rule } from "./primitives";
import { bindablesOf, ENTRIES, referencesOf, renameReferences } from "./registry";
import { resolveDocument } from "./resolve-document";
import type { Document, Layer } from "./schema";

const CANVAS = { width: 1200, height: 628 };
const field = (key: string, change: Partial<Field> = {}): Field => ({
  key,
  label: key,
  type: "text",
  fallback: "",
  format: DEFAULT_FORMAT,
  ...change,
});
const FIELDS = [field("v"), field("name"), field("de", { format: { ...DEFAULT_FORMAT, locale: "de-DE" } })];
const GRADIENT = {
  kind: "linear" as const,
  angle: 0,
  stops: [
    { offset: 0, color: "#000000" },
    { offset: 1, color: "#ffffff" },
  ],
};
const shape = (change: object): Layer => ({ ...ENTRIES.shape.create("a", CANVAS), ...change });
const stroke = { color: "#000000", width: 2, dash: "solid" as const };
const documentOf = (layers: Layer[], change: Partial<Document> = {}): Document => ({
  ...createDocument({ ...CANVAS, displayWidth: 600 }),
  fields: FIELDS,
  layers,
  ...change,
});
const dressed = (layer: Layer, values: Record<string, string>) =>
  resolveDocument(documentOf([layer]), values).document.layers[0];
const always = (then: Rule["then"]): Rule => ({
  when: { match: "all", tests: [{ key: "gone", is: "missing", value: "" }] },
  then,
});
const set = (path: string, value: string) => always({ kind: "set", path, value });

describe("a bound property", () => {
  test.each<[string, string, object, object?]>([
    ["fill.color", "#F00", { fill: { kind: "solid", color: "#ff0000" } }],
    ["fill.color", "00ff0080", { fill: { kind: "solid", color: "#00ff0080" } }, { fill: GRADIENT }],
    ["fill.color", "#00f", { fill: { kind: "solid", color: "#0000ff" } }, { fill: null }],
    ["fill.color", "sunny", { fill: GRADIENT }, { fill: GRADIENT }],
    ["stroke.color", "#00f", { stroke: { ...stroke, color: "#0000ff" } }, { stroke }],
    ["stroke.color", "#00f", { stroke: null }, { stroke: null }],
    ["stroke.width", "500", { stroke: { ...stroke, width: 200 } }, { stroke }],
    ["opacity", "0.25", { opacity: 0.25 }],
    ["opacity", "25%", { opacity: 0.25 }],
    ["opacity", "150 %", { opacity: 1 }],
    ["opacity", "-3", { opacity: 0 }],
    ["opacity", "half", { opacity: 1 }],
    ["x", "1,250.5", { x: 1250.5 }],
    ["x", "-1e9", { x: -32_768 }],
    ["width", "0", { width: 1 }],
    ["width", "(5)", { width: 1 }],
    ["rotation", "450", { rotation: 90 }],
    ["visible", "TRUE", { visible: true }, { visible: false }],
    ["shape", "star", { shape: "rectangle" }],
    ["id", "b", { id: "a" }],
    ["fill", "#ff0000", { fill: GRADIENT }, { fill: GRADIENT }],
    ["constructor", "1", { id: "a" }],
  ])("%s with %j", (path, value, expected, change = {}) => {
    const layer = shape({ bindings: [{ path, key: "v" }], ...change });
    expect(dressed(layer, { v: value })).toMatchObject(expected);
    expect(dressed(layer, {})).toEqual(layer.visible ? layer : undefined);
  });

  test("reads numbers in the language of its field", () => {
    expect(dressed(shape({ bindings: [{ path: "x", key: "de" }] }), { de: "1.250,5" })).toMatchObject({
      x: 1250.5,
    });
  });

  describe("without a value", () => {
    const resolved = (layers: Layer[], fallback: string, value: string, change: Partial<Field> = {}) =>
      resolveDocument(
        documentOf(layers, { fields: [field("v", { fallback, ...change })], backgroundKey: "v" }),
        { v: value },
      ).document;
    const red = { kind: "solid", color: "#ff0000" };

    test.each<[string, string, Field["type"], object]>([
      ["#F00", "", "color", red],
      ["#F00", "sunny", "color", red],
      ["#F00", "sunny", "text", red],
      ["#F00", "#0f0", "color", { kind: "solid", color: "#00ff00" }],
      ["sunny", "", "color", GRADIENT],
      ["", "", "color", GRADIENT],
    ])("takes the fallback %j for %j of a %s", (fallback, value, type, expected) => {
      const layer = shape({ fill: GRADIENT, bindings: [{ path: "fill.color", key: "v" }] });
      const { layers, background } = resolved([layer], fallback, value, { type });
      expect(layers[0]).toMatchObject({ fill: expected });
      expect(background).toEqual(expected === GRADIENT ? { kind: "solid", color: "#ffffff" } : expected);
    });

    test("takes the picture of the fallback", () => {
      const image: Layer = { ...ENTRIES.image.create("a", CANVAS), bindings: [{ path: "source", key: "v" }] };
      const url = "https://example.com/a.png";
      for (const value of ["", "file:///etc/passwd"]) {
        expect(resolved([image], url, value, { type: "image" }).layers[0]).toMatchObject({
          source: { kind: "url", url },
        });
      }
    });

    test("is still without one for rules, and is told", () => {
      const layer = shape({
        bindings: [{ path: "opacity", key: "v" }],
        rules: [
          {
            when: { match: "all", tests: [{ key: "v", is: "missing", value: "" }] },
            then: { kind: "set", path: "x", value: "7" },
          },
        ],
      });
      const doc = documentOf([layer], { fields: [field("v", { fallback: "0.5" })] });
      expect(resolveDocument(doc, {})).toMatchObject({
        missing: ["v"],
        document: { layers: [{ opacity: 0.5, x: 7 }] },
      });
    });
  });

  test.each<[string, string, Field["type"], object]>([
    ["opacity", "50", "number", { opacity: 0.5 }],
    ["opacity", "50 %", "number", { opacity: 0.5 }],
    ["opacity", "0.5", "number", { opacity: 0.005 }],
    ["opacity", "", "number", { opacity: 0.25 }],
    ["opacity", "50", "text", { opacity: 1 }],
    ["x", "50", "number", { x: 50 }],
  ])("%s of %j in a field of per cent that is a %s", (path, value, type, expected) => {
    const number = { ...DEFAULT_FORMAT.number, style: "percent" as const };
    const fields = [field("v", { type, fallback: "25", format: { ...DEFAULT_FORMAT, number } })];
    const doc = documentOf([shape({ bindings: [{ path, key: "v" }] })], { fields });
    expect(resolveDocument(doc, { v: value }).document.layers[0]).toMatchObject(expected);
  });

  test("hides the layer, which is told", () => {
    const layer = shape({ bindings: [{ path: "visible", key: "v" }] });
    expect(resolveDocument(documentOf([layer]), { v: "no" })).toMatchObject({
      hidden: ["a"],
      document: { layers: [] },
    });
  });

  test("one bad value leaves the others, and the last of two wins", () => {
    const layer = shape({
      bindings: [
        { path: "opacity", key: "v" },
        { path: "x", key: "name" },
        { path: "stroke.color", key: "v" },
        { path: "opacity", key: "name" },
      ],
    });
    expect(dressed(layer, { v: "0.5", name: "0.75" })).toMatchObject({
      opacity: 0.75,
      x: 0.75,
      stroke: null,
    });
    expect(dressed(layer, { v: "0.5", name: "Ann" })).toMatchObject({ opacity: 0.5, x: layer.x });
    const outlined = shape({ stroke: null, bindings: [...layer.bindings, { path: "radius", key: "de" }] });
    expect(dressed(outlined, { v: "#f00", de: "7" })).toMatchObject({ radius: 7, stroke: null });
  });

  test("of a picture takes an address, else stays", () => {
    const asset = { kind: "asset" as const, assetId: "ast_Abcdefgh12" };
    const layer: Layer = {
      ...ENTRIES.image.create("a", CANVAS),
      source: asset,
      bindings: [{ path: "source", key: "v" }],
    };
    expect(dressed(layer, { v: "https://example.com/a.png" })).toMatchObject({
      source: { kind: "url", url: "https://example.com/a.png" },
    });
    expect(dressed(layer, { v: "file:///etc/passwd" })).toMatchObject({ source: asset });
    expect(dressed(layer, {})).toMatchObject({ source: asset });
  });

  test("of a group leaves what it holds", () => {
    const group: Layer = {
      ...ENTRIES.group.create("a", CANVAS),
      children: [shape({ id: "b" })],
      bindings: [
        { path: "opacity", key: "v" },
        { path: "width", key: "v" },
      ],
    };
    expect(dressed(group, { v: "0.5" })).toEqual({ ...group, opacity: 0.5 });
  });

  test("of the canvas", () => {
    const doc = documentOf([], { backgroundKey: "v", background: GRADIENT });
    const background = (values: Record<string, string>) => resolveDocument(doc, values).document.background;
    expect(background({ v: "#0F0" })).toEqual({ kind: "solid", color: "#00ff00" });
    expect(background({ v: "green" })).toEqual(GRADIENT);
    expect(background({})).toEqual(GRADIENT);
    expect(resolveDocument(doc, { v: "#0f0" }, { mode: "fields" }).document.background).toEqual(GRADIENT);
  });
});

describe("a rule that sets", () => {
  test("wins over bindings, and later rules over earlier ones", () => {
    const layer = shape({
      bindings: [{ path: "opacity", key: "v" }],
      rules: [set("opacity", "0.3"), set("opacity", "0.4"), set("opacity", "much")],
    });
    expect(dressed(layer, { v: "0.1" })).toMatchObject({ opacity: 0.4 });
  });

  test("changes what a text says, with fields in it", () => {
    const text: Layer = {
      ...ENTRIES.text.create("a", CANVAS),
      runs: [
        { text: "Hi ", style: {} },
        { text: "dear friend", style: { italic: true } },
      ],
      rules: [set("text", "Welcome back, {{name}}!"), set("style.color", "#f00")],
    };
    expect(dressed(text, { name: "{{v}}", v: "x" })).toMatchObject({
      runs: [{ text: "Welcome back, {{v}}!", style: { italic: true } }],
      style: { color: "#ff0000" },
    });
    expect(dressed(shape({ rules: [set("text", "Hi")] }), {})).toEqual(shape({ rules: [set("text", "Hi")] }));
  });

  test("changes a picture for another upload", () => {
    const image: Layer = { ...ENTRIES.image.create("a", CANVAS), rules: [set("source", "ast_Abcdefgh12")] };
    expect(dressed(image, {})).toMatchObject({ source: { kind: "asset", assetId: "ast_Abcdefgh12" } });
    expect(dressed({ ...image, rules: [set("source", "../x")] }, {})).toMatchObject({
      source: { kind: "none" },
    });
  });
});

test("every bindable property is there on some new layer of its type, once", () => {
  const values = {
    color: "#123456",
    number: "7",
    share: "0.125",
    image: "https://e.example/i.png",
    boolean: "no",
  };
  for (const entry of Object.values(ENTRIES)) {
    const created = [entry.create, ...entry.presets.map(({ create }) => create)].map(
      (create): Layer => create("a", CANVAS),
    );
    const layers = created.flatMap((layer) =>
      [layer, { ...layer, stroke }].filter((one) => entry.schema.safeParse(one).success),
    );
    const paths = bindablesOf(entry.create("a", CANVAS)).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path, kind } of bindablesOf(entry.create("a", CANVAS))) {
      // A part of something that new layers do not have, such as the outline of a text.
      const [holder = ""] = path.split(".");
      if (path !== holder && layers.every((layer) => Object(layer)[holder] === null)) continue;
      const takes = layers.some((layer) => {
        const before = { ...layer, bindings: [{ path, key: "v" }] };
        const after = dressed(before, { v: values[kind] });
        return JSON.stringify(after) !== JSON.stringify(before);
      });
      expect(takes, `${entry.type}: ${path}`).toBe(true);
    }
  }
});

test("fields are found and renamed in rules and bindings", () => {
  const layer: Layer = {
    ...ENTRIES.text.blank("a", CANVAS),
    rules: [
      {
        when: {
          match: "any",
          tests: [
            { key: "other", is: "present", value: "" },
            { key: "name", is: "less", value: "5" },
          ],
        },
        then: { kind: "set", path: "text", value: "Hi {{ name }}" },
      },
    ],
    bindings: [{ path: "style.color", key: "name" }],
  };
  expect(referencesOf(layer).map(({ key, path, expects }) => [key, path, expects])).toEqual([
    ["other", "/rules/0/when/tests/0/key", "any"],
    ["name", "/rules/0/when/tests/1/key", "number"],
    ["name", "/rules/0/then/value", "any"],
    ["name", "/bindings/0/key", "color"],
  ]);
  const renamed = renameReferences(layer, "name", "first_name");
  expect(referencesOf(renamed).map(({ key }) => key)).toEqual([
    "other",
    "first_name",
    "first_name",
    "first_name",
  ]);
  expect(renamed.rules[0]?.then).toEqual({ kind: "set", path: "text", value: "Hi {{first_name}}" });
});
