import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument, checkFieldKey, type ProblemCode } from "./check-document";
import { createDocument } from "./create-document";
import { DEFAULT_FORMAT, type Field } from "./field";
import type { LayerBase, Rule, RuleTest } from "./primitives";
import { ENTRIES } from "./registry";
import type { Document, Layer } from "./schema";
import { STARTERS } from "./starters/starters";
import { arbitraryDocument } from "./testing/arbitrary-document";

const CANVAS = { width: 1200, height: 628 };
const fieldOf = (key: string, change: Partial<Field> = {}): Field => ({
  key,
  label: key,
  type: "text",
  fallback: "",
  format: DEFAULT_FORMAT,
  ...change,
});
const textOf = (text: string): Layer => ({ ...ENTRIES.text.blank("t", CANVAS), runs: [{ text, style: {} }] });
const qrOf = (text: string): Layer => ({ ...ENTRIES.qr.blank("q", CANVAS), text });

function documentOf(change: Partial<Document>): Document {
  return { ...createDocument({ ...CANVAS, displayWidth: 600 }), ...change };
}

const shapeOf = (change: Partial<LayerBase>): Layer => ({ ...ENTRIES.shape.create("s", CANVAS), ...change });
const ruled = (test: Partial<RuleTest>, then: Rule["then"] = { kind: "hide" }): Layer =>
  shapeOf({
    rules: [{ when: { match: "all", tests: [{ key: "points", is: "equals", value: "5", ...test }] }, then }],
  });
const POINTS = [fieldOf("points", { type: "number" })];
const TEST_VALUE = "/layers/0/rules/0/when/tests/0/value";

const CASES: readonly (readonly [string, Document, ProblemCode, string])[] = [
  [
    "a field nobody has",
    documentOf({ layers: [textOf("Hi {{name}}")] }),
    "unknown_field",
    "/layers/0/runs/0/text",
  ],
  [
    "a rule on a field nobody has",
    documentOf({ layers: [{ ...textOf("Hi"), hideWhenMissing: ["gone"] }] }),
    "unknown_field",
    "/layers/0/hideWhenMissing/0",
  ],
  [
    "a condition on a field nobody has",
    documentOf({ layers: [ruled({})] }),
    "unknown_field",
    "/layers/0/rules/0/when/tests/0/key",
  ],
  [
    "a number asked for its day",
    documentOf({ fields: POINTS, layers: [ruled({ is: "before", value: "today" })] }),
    "wrong_field_type",
    "/layers/0/rules/0/when/tests/0/key",
  ],
  [
    "more than a word",
    documentOf({ fields: POINTS, layers: [ruled({ is: "greater", value: "abc" })] }),
    "invalid_rule_value",
    TEST_VALUE,
  ],
  [
    "before a word",
    documentOf({
      fields: [fieldOf("points", { type: "date" })],
      layers: [ruled({ is: "before", value: "soon" })],
    }),
    "invalid_rule_value",
    TEST_VALUE,
  ],
  [
    "equal to nothing",
    documentOf({ fields: POINTS, layers: [ruled({ value: " " })] }),
    "invalid_rule_value",
    TEST_VALUE,
  ],
  [
    "a property that a shape does not have",
    documentOf({ fields: POINTS, layers: [ruled({}, { kind: "set", path: "text", value: "Hi" })] }),
    "not_settable",
    "/layers/0/rules/0/then/path",
  ],
  [
    "a colour that is none",
    documentOf({ fields: POINTS, layers: [ruled({}, { kind: "set", path: "fill.color", value: "sunny" })] }),
    "invalid_rule_value",
    "/layers/0/rules/0/then/value",
  ],
  [
    "a binding of a property that nothing can set",
    documentOf({ fields: POINTS, layers: [shapeOf({ bindings: [{ path: "id", key: "points" }] })] }),
    "not_settable",
    "/layers/0/bindings/0/path",
  ],
  [
    "a colour from a number",
    documentOf({ fields: POINTS, layers: [shapeOf({ bindings: [{ path: "fill.color", key: "points" }] })] }),
    "wrong_field_type",
    "/layers/0/bindings/0/key",
  ],
  [
    "a background from a field nobody has",
    documentOf({ backgroundKey: "gone" }),
    "unknown_field",
    "/backgroundKey",
  ],
  [
    "a background from a number",
    documentOf({ fields: POINTS, backgroundKey: "points" }),
    "wrong_field_type",
    "/backgroundKey",
  ],
  ["alternative text with a field nobody has", documentOf({ alt: "{{name}}" }), "unknown_field", "/alt"],
  ["a field nothing uses", documentOf({ fields: [fieldOf("name")] }), "unused_field", "/fields/0/key"],
  [
    "two fields of one key",
    documentOf({ alt: "{{name}}", fields: [fieldOf("name"), fieldOf("name")] }),
    "duplicate_key",
    "/fields/1/key",
  ],
  ["a key that is none", documentOf({ fields: [fieldOf("First Name")] }), "invalid_key", "/fields/0/key"],
  [
    "braces around a label",
    documentOf({ layers: [textOf("Hi {{First Name}}")] }),
    "malformed_placeholder",
    "/layers/0/runs",
  ],
  ["a code that says nothing", documentOf({ layers: [qrOf(" ")] }), "qr_empty", "/layers/0/text"],
  [
    "a code that says too much",
    documentOf({ layers: [qrOf("Ж".repeat(501))] }),
    "qr_too_long",
    "/layers/0/text",
  ],
  [
    "a picture from a number",
    documentOf({
      fields: [fieldOf("points", { type: "number" })],
      layers: [{ ...ENTRIES.image.create("i", CANVAS), source: { kind: "field", key: "points" } }],
    }),
    "wrong_field_type",
    "/layers/0/source/key",
  ],
  [
    "a picture field that falls back to words",
    documentOf({ alt: "{{photo}}", fields: [fieldOf("photo", { type: "image", fallback: "none" })] }),
    "invalid_fallback",
    "/fields/0/fallback",
  ],
  [
    "a sample that is no number",
    documentOf({
      alt: "{{points}}",
      fields: [fieldOf("points", { type: "number" })],
      samples: [{ id: "s", name: "Łucja", values: { points: "many" } }],
    }),
    "invalid_sample",
    "/samples/0/values/points",
  ],
  [
    "a sample of no field",
    documentOf({ samples: [{ id: "s", name: "Łucja", values: { nobody: "x" } }] }),
    "unknown_sample_field",
    "/samples/0/values/nobody",
  ],
  [
    "more decimals at least than at most",
    documentOf({
      alt: "{{p}}",
      fields: [
        fieldOf("p", {
          type: "number",
          format: { ...DEFAULT_FORMAT, number: { ...DEFAULT_FORMAT.number, minimumDecimals: 3 } },
        }),
      ],
    }),
    "invalid_decimals",
    "/fields/0/format/number",
  ],
];

/** A rule that asks whether a field of this type is equal to this. */
const equality = (
  is: RuleTest["is"],
  type: Field["type"],
  value: string,
  date: Field["format"]["date"] = "iso",
) =>
  checkDocument(
    documentOf({
      fields: [fieldOf("points", { type, format: { ...DEFAULT_FORMAT, date, locale: "de-DE" } })],
      layers: [ruled({ is, value })],
    }),
  ).map(({ code, severity, path }) => [code, severity, path]);

describe.each(["equals", "not_equals"] as const)("a test that says %s", (is) => {
  test.each<[Field["type"], string, Field["format"]["date"]?, string?]>([
    ["number", "ten", "iso", "error"],
    ["number", "1.250,5"],
    ["date", "soon", "iso", "error"],
    ["date", "soon", "none", "warning"],
    ["date", "2026-11-21"],
    ["date", " Today "],
    ["date", "now"],
    ["boolean", "maybe", "iso", "error"],
    ["boolean", "yes"],
    ["color", "sunny", "iso", "error"],
    ["color", "F00"],
    ["text", "sunny"],
    ["url", "sunny"],
  ])("to a %s %j", (type, value, date, severity) => {
    expect(equality(is, type, value, date)).toEqual(
      severity === undefined ? [] : [["invalid_rule_value", severity, TEST_VALUE]],
    );
  });
});

describe("checkDocument", () => {
  test.each(CASES)("tells %s", (_name, doc, code, path) => {
    const problems = checkDocument(doc);
    expect(problems).toEqual([expect.objectContaining({ code, path })]);
    expect(problems[0]?.message).toMatch(/[.]$/);
  });

  test("a field that stands twice in a text is told once, in a group with the group's path", () => {
    const group = { ...ENTRIES.group.create("g", CANVAS), children: [textOf("{{a}} {{a}} {{b}}")] };
    const paths = checkDocument(documentOf({ layers: [group] })).map(({ path, fieldKey }) => [
      path,
      fieldKey,
    ]);
    expect(paths).toEqual([
      ["/layers/0/children/0/runs/0/text", "a"],
      ["/layers/0/children/0/runs/0/text", "b"],
    ]);
  });

  test.each(STARTERS.map(({ id, document }) => [id, document] as const))(
    "has nothing to say of %s",
    (_id, document) => {
      expect(checkDocument(document)).toEqual([]);
    },
  );

  test("takes any document", () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        for (const { path } of checkDocument(doc)) {
          const found = path
            .split("/")
            .slice(1)
            .reduce<unknown>((node, name) => Object(node)[name], doc);
          expect(found, path).toBeDefined();
        }
      }),
    );
  });
});

describe("checkFieldKey", () => {
  const fields = [fieldOf("first_name"), fieldOf("company")];
  test.each([
    ["", "invalid_key"],
    ["First Name", "invalid_key"],
    ["1st", "invalid_key"],
    ["photo64", "invalid_key"],
    ["constructor", "invalid_key"],
    ["company", "duplicate_key"],
    ["first_name", undefined],
    ["łódź", "invalid_key"],
    ["city", undefined],
  ])("%j: %s", (key, code) => {
    expect(checkFieldKey(key, fields, "/key", "first_name")?.code).toBe(code);
  });
});
