import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument } from "./check-document";
import { addRule, moveRule, removeRule, setRule } from "./commands/rule-commands";
import { setBinding } from "./commands/set-binding";
import { createDocument } from "./create-document";
import { DEFAULT_FORMAT, type Field, fieldType } from "./field";
import type { Rule, RuleTest } from "./primitives";
import { ENTRIES } from "./registry";
import { rulesHolding } from "./rules-facts";
import {
  fieldFits,
  firstSetValue,
  firstTest,
  retested,
  ruleSentence,
  settablesOf,
  testWords,
} from "./rules-words";
import { type Document, documentSchema, type Layer } from "./schema";

const CANVAS = { width: 1200, height: 628 };
const fieldOf = (key: string, type: Field["type"], label = ""): Field => ({
  key,
  label,
  type,
  fallback: "",
  format: DEFAULT_FORMAT,
});
const FIELDS = [
  fieldOf("plan", "text", "Plan"),
  fieldOf("points", "number", "Points"),
  fieldOf("vip", "boolean"),
];
const [PLAN] = FIELDS;

function documentOf(layer: Layer, fields: Field[] = FIELDS): Document {
  return { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [layer], fields };
}
const all = (...tests: RuleTest[]): Rule["when"] => ({ match: "all", tests });
const GOLD: RuleTest = { key: "plan", is: "equals", value: "gold" };
const MANY: RuleTest = { key: "points", is: "greater", value: "100" };

describe("a rule as a sentence", () => {
  const text = ENTRIES.text.create("a", CANVAS);
  test.each<[Rule, string]>([
    [{ when: all(GOLD), then: { kind: "show" } }, 'Show when Plan is "gold"'],
    [
      { when: all(GOLD, MANY), then: { kind: "hide" } },
      'Hide when Plan is "gold" and Points is more than 100',
    ],
    [
      {
        when: { match: "any", tests: [GOLD, { key: "vip", is: "present", value: "" }] },
        then: { kind: "hide" },
      },
      'Hide when Plan is "gold" or vip has a value',
    ],
    [
      { when: all(MANY), then: { kind: "set", path: "style.color", value: "#ff0000" } },
      "When Points is more than 100, set text colour to #ff0000",
    ],
    [
      { when: all({ ...GOLD, value: " " }), then: { kind: "set", path: "text", value: "Hello, friend" } },
      'When Plan is nothing, set content to "Hello, friend"',
    ],
    [
      { when: all(MANY), then: { kind: "set", path: "x", value: "4" } },
      "When Points is more than 100, set X to 4",
    ],
  ])("%#", (rule, sentence) => {
    expect(ruleSentence(rule, text, FIELDS)).toBe(sentence);
  });
});

test("whatever can be asked of a field at first is right as it stands", () => {
  for (const type of fieldType.options) {
    const field = fieldOf("key", type);
    for (const { is } of testWords(type, "present")) {
      const asked = retested(firstTest(field), is, type);
      const doc = documentOf(
        { ...ENTRIES.shape.create("a", CANVAS), rules: [{ when: all(asked), then: { kind: "hide" } }] },
        [field],
      );
      const errors = checkDocument(doc).filter(
        ({ path, severity }) => path.includes("/rules/") && severity === "error",
      );
      expect(errors, `${type} ${is}`).toEqual([]);
    }
  }
});

test("whatever can be set is set at first to a value that fits, which changes nothing where there is one", () => {
  for (const entry of Object.values(ENTRIES)) {
    const layer: Layer = entry.create("a", CANVAS);
    const sets = settablesOf(layer).filter(({ kind }) => kind !== "text" && kind !== "image");
    const rules = sets.map((settable): Rule => {
      const then = { kind: "set", path: settable.path, value: firstSetValue(layer, settable) } as const;
      return { when: all(GOLD), then };
    });
    const told = checkDocument(documentOf({ ...layer, rules })).filter(
      ({ code }) => code === "invalid_rule_value",
    );
    expect(told, entry.type).toEqual([]);
  }
});

test("what is asked now stays in the list when the field has become another type", () => {
  expect(testWords("number", "contains").map(({ is }) => is)).toContain("contains");
  expect(testWords("number", "equals").map(({ is }) => is)).not.toContain("contains");
});

test("fields that fit a property are those of its type, texts and addresses", () => {
  expect(fieldType.options.filter((type) => fieldFits({ type }, "color"))).toEqual(["text", "url", "color"]);
  expect(fieldType.options.filter((type) => fieldFits({ type }, "share"))).toEqual(["text", "number", "url"]);
});

test("which rules hold for a row", () => {
  const layer: Layer = {
    ...ENTRIES.shape.create("a", CANVAS),
    rules: [GOLD, MANY].map((asked) => ({ when: all(asked), then: { kind: "hide" } })),
  };
  const doc = documentOf(layer);
  expect(rulesHolding(doc, layer, { plan: "Gold", points: "3" }, 0)).toEqual([true, false]);
  expect(rulesHolding(doc, layer, {}, 0)).toEqual([false, false]);
});

describe("commands", () => {
  const rule = fc.constantFrom<Rule>(
    { when: all(GOLD), then: { kind: "hide" } },
    { when: all(MANY, GOLD), then: { kind: "show" } },
    { when: all(MANY), then: { kind: "set", path: "opacity", value: "50%" } },
  );
  const place = fc.integer({ min: -1, max: 5 });
  const step = fc.oneof(
    fc.record({ rule, index: place }).map((made) => (doc: Document) => addRule(doc, { ids: ["a"], ...made })),
    fc.record({ rule, index: place }).map((made) => (doc: Document) => setRule(doc, { ids: ["a"], ...made })),
    fc
      .record({ from: place, to: place })
      .map((moved) => (doc: Document) => moveRule(doc, { ids: ["a"], ...moved })),
    place.map((index) => (doc: Document) => removeRule(doc, { ids: ["a"], index })),
  );

  test("leave a valid document and, where nothing changes, the same one", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let doc = documentOf(ENTRIES.shape.create("a", CANVAS));
        for (const apply of steps) {
          const next = apply(doc);
          expect(documentSchema.safeParse(next).success).toBe(true);
          if (JSON.stringify(next) === JSON.stringify(doc)) expect(next).toBe(doc);
          doc = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a rule moves past others and keeps them in order", () => {
    const rules: Rule[] = ["one", "two", "three"].map((value) => ({
      when: all({ ...GOLD, value }),
      then: { kind: "hide" },
    }));
    const doc = documentOf({ ...ENTRIES.shape.create("a", CANVAS), rules });
    const order = (after: Document) => after.layers[0]?.rules.map(({ when }) => when.tests[0]?.value);
    expect(order(moveRule(doc, { ids: ["a"], from: 0, to: 2 }))).toEqual(["two", "three", "one"]);
    expect(order(removeRule(doc, { ids: ["a"], index: 1 }))).toEqual(["one", "three"]);
    expect(moveRule(doc, { ids: ["a"], from: 0, to: 3 })).toBe(doc);
  });

  test("a property follows one field at a time, in its place", () => {
    if (!PLAN) throw new Error("no field");
    const bindings = [
      { path: "opacity", key: "points" },
      { path: "fill.color", key: "plan" },
    ];
    const doc = documentOf({ ...ENTRIES.shape.create("a", CANVAS), bindings });
    const bound = (path: string, key: string | null) =>
      setBinding(doc, { ids: ["a"], path, key }).layers[0]?.bindings;
    expect(bound("opacity", "plan")).toEqual([{ path: "opacity", key: "plan" }, bindings[1]]);
    expect(bound("opacity", null)).toEqual([bindings[1]]);
    expect(bound("x", "points")).toEqual([...bindings, { path: "x", key: "points" }]);
    expect(setBinding(doc, { ids: ["a"], path: "opacity", key: "points" })).toBe(doc);
    expect(setBinding(doc, { ids: ["a"], path: "y", key: null })).toBe(doc);
  });
});
