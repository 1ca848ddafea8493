import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "./create-document";
import { DEFAULT_FORMAT, type Field, type FieldType } from "./field";
import type { Rule, RuleTest } from "./primitives";
import { ENTRIES } from "./registry";
import { resolveDocument } from "./resolve-document";
import { type Facts, givenOf, holds, passes, readsClock } from "./rules";
import { type Layer, layer as layerSchema } from "./schema";
import { arbitraryDocument, arbitraryValues } from "./testing/arbitrary-document";

const CANVAS = { width: 1200, height: 628 };
const NOW = Date.UTC(2026, 10, 21, 14, 30);

function factsOf(
  text: string | null,
  type: FieldType = "text",
  locale = "en-US",
  now: number | null = NOW,
): Facts {
  const format = { ...DEFAULT_FORMAT, locale };
  return {
    given: () => (text === null ? null : givenOf(text, { type, format })),
    clock: now === null ? null : { moment: now, local: now },
    spend: () => true,
  };
}

function ask(is: RuleTest["is"], value: string, facts: Facts): boolean {
  return passes({ key: "field", is, value }, facts);
}

const rule = (then: Rule["then"], ...tests: RuleTest[]): Rule => ({
  when: { match: "all", tests },
  then,
});
const HIDE = { kind: "hide" } as const;
const SHOW = { kind: "show" } as const;
const is = (key: string, value: string): RuleTest => ({ key, is: "equals", value });

describe("tests", () => {
  test.each<[RuleTest["is"], string | null, string, boolean, FieldType?, string?]>([
    ["present", "Ann", "", true],
    ["present", null, "", false],
    ["missing", null, "", true],
    ["missing", "Ann", "", false],
    ["equals", "  Łódź ", "łódź", true],
    ["equals", "Jose\u0301", "José", true],
    ["equals", "ΟΔΟΣ", "οδος", true],
    ["equals", "Gold", "Silver", false],
    ["equals", null, "", false],
    ["equals", "1,250.00", "1250", true, "number"],
    ["equals", "1,250.00", "1250", false, "text"],
    ["equals", "1.250", "1250", true, "number", "de-DE"],
    ["equals", "a lot", "A LOT", true, "number"],
    ["equals", "1", "yes", true, "boolean"],
    ["equals", "off", "no", true, "boolean"],
    ["equals", "FFF", "#ffffff", true, "color"],
    ["equals", "Nov 21, 2026", "2026-11-21", true, "date"],
    ["not_equals", "Gold", "gold", false],
    ["not_equals", "Gold", "silver", true],
    ["not_equals", null, "gold", true],
    ["contains", "Senior VIP member", "vip", true],
    ["contains", "Senior", "vip", false],
    ["contains", "Senior", "", false],
    ["contains", null, "vip", false],
    ["not_contains", "Senior", "vip", true],
    ["not_contains", "VIP", "vip", false],
    ["not_contains", null, "vip", true],
    ["greater", "1,001", "1000", true, "number"],
    ["greater", "1000", "1000", false, "number"],
    ["greater", "€ 12", "9", true],
    ["greater", "twelve", "9", false],
    ["greater", "12", "nine", false],
    ["greater", null, "9", false],
    ["less", "1.000,5", "1001", true, "number", "de-DE"],
    ["less", "-1", "0", true],
    ["less", null, "9", false],
    ["before", "2026-11-20", "2026-11-21", true, "date"],
    ["before", "2026-11-21", "2026-11-21", false, "date"],
    ["before", "3/4/2026", "2026-03-05", true, "date"],
    ["before", "3/4/2026", "2026-03-05", false, "date", "en-GB"],
    ["before", "2026-11-20", "2026-11-21T10:00Z", true, "date"],
    ["before", "soon", "2026-11-21", false],
    ["before", null, "2026-11-21", false],
    ["after", "2026-11-22", "2026-11-21", true, "date"],
    ["after", "2026-11-22", "soon", false, "date"],
    ["before", "2026-11-20", "today", true, "date"],
    ["before", "2026-11-21", "today", false, "date"],
    ["after", "2026-11-21", " Today ", false, "date"],
    ["after", "2026-11-22", "today", true, "date"],
    ["before", "2026-11-20", "now", true, "date"],
    ["before", "2026-11-21", "now", false, "date"],
    ["after", "2026-11-21", "now", true, "date"],
    ["after", "11/21/2026", "now", true, "date"],
    ["after", "2026-11-20", "now", false, "date"],
    ["after", "Sat, 21 Nov 2026 20:00:00 GMT", "now", true, "date"],
    ["after", "Sat, 21 Nov 2026 08:00:00 -0800", "now", true, "date"],
    ["after", "Sat, 21 Nov 2026 08:00:00 GMT", "now", false, "date"],
    ["before", "soon", "now", false],
    ["equals", "Nov 21, 2026", "today", true, "date"],
    ["equals", "2026-11-21T23:00", " Now ", true, "date"],
    ["equals", "2026-11-20", "today", false, "date"],
    ["not_equals", "2026-11-20", "today", true, "date"],
    ["not_equals", "2026-11-21", "today", false, "date"],
    ["equals", "today", "Today", true, "date"],
    ["equals", "2026-11-21", "today", false, "text"],
    ["equals", "now", "NOW", true, "text"],
    ["after", "2026-11-21T14:31:00Z", "now", true, "date"],
    ["before", "2026-11-21T14:29Z", "now", true, "date"],
    ["after", "2026-11-21T16:29:00+0200", "now", false, "date"],
    ["after", "2026-11-21 16:31:00.123456", "now", true, "date"],
    ["after", String(NOW / 1000 + 1), "now", true, "date"],
    ["before", String(NOW - 1), "now", true, "date"],
  ])("%s of %j and %j is %j", (operator, given, value, expected, type, locale) => {
    expect(ask(operator, value, factsOf(given, type, locale))).toBe(expected);
  });

  test("nothing is before or after a time that is not known", () => {
    const facts = factsOf("2026-11-22", "date", "en-US", null);
    for (const value of ["today", "now"]) {
      expect(ask("before", value, facts)).toBe(false);
      expect(ask("after", value, facts)).toBe(false);
      expect(readsClock({ key: "due", is: "after", value })).toBe(true);
    }
    expect(ask("equals", "today", facts)).toBe(false);
    expect(readsClock({ key: "due", is: "equals", value: "today" })).toBe(true);
    expect(readsClock({ key: "due", is: "contains", value: "today" })).toBe(false);
  });

  test("a twin that says not is always the opposite", () => {
    const anything = fc.option(fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(
        anything,
        fc.string(),
        fc.constantFrom<FieldType>("text", "number", "date"),
        (given, value, type) => {
          const facts = factsOf(given, type);
          expect(ask("not_equals", value, facts)).toBe(!ask("equals", value, facts));
          expect(ask("not_contains", value, facts)).toBe(!ask("contains", value, facts));
        },
      ),
    );
  });

  test("all wants every test, any wants one", () => {
    const [yes, no] = [is("field", "a"), is("field", "b")];
    const facts = factsOf("a");
    expect(holds({ match: "all", tests: [yes, yes] }, facts)).toBe(true);
    expect(holds({ match: "all", tests: [yes, no] }, facts)).toBe(false);
    expect(holds({ match: "any", tests: [yes, no] }, facts)).toBe(true);
    expect(holds({ match: "any", tests: [no, no] }, facts)).toBe(false);
  });
});

const FIELDS: Field[] = ["tier", "due"].map((key) => ({
  key,
  label: key,
  type: "text",
  fallback: "",
  format: DEFAULT_FORMAT,
}));
const shapeWith = (...rules: Rule[]): Layer => ({ ...ENTRIES.shape.create("a", CANVAS), rules });
const documentOf = (...layers: Layer[]) => ({
  ...createDocument({ ...CANVAS, displayWidth: 600 }),
  fields: FIELDS,
  layers,
});

describe("rules of a layer", () => {
  const shown = (values: Record<string, string>, ...rules: Rule[]) => {
    const { document, hidden } = resolveDocument(documentOf(shapeWith(...rules)), values);
    expect(hidden).toEqual(document.layers.length === 0 ? ["a"] : []);
    return document.layers.length === 1;
  };

  test("hide leaves it out while it holds", () => {
    expect(shown({ tier: "gold" }, rule(HIDE, is("tier", "gold")))).toBe(false);
    expect(shown({ tier: "silver" }, rule(HIDE, is("tier", "gold")))).toBe(true);
  });

  test("show leaves it out until one of them holds", () => {
    const rules = [rule(SHOW, is("tier", "gold")), rule(SHOW, is("tier", "silver"))];
    expect(shown({ tier: "gold" }, ...rules)).toBe(true);
    expect(shown({ tier: "silver" }, ...rules)).toBe(true);
    expect(shown({ tier: "bronze" }, ...rules)).toBe(false);
    expect(shown({}, ...rules)).toBe(false);
  });

  test("hide wins over show", () => {
    const both = [rule(SHOW, is("tier", "gold")), rule(HIDE, is("due", "x"))];
    expect(shown({ tier: "gold", due: "x" }, ...both)).toBe(false);
    expect(shown({ tier: "gold" }, ...both)).toBe(true);
  });

  test("a value is compared as given, not as the field writes it", () => {
    const upper = { ...DEFAULT_FORMAT, prefix: "Tier: ", maxLength: 2 };
    const doc = {
      ...documentOf(shapeWith(rule(HIDE, is("tier", "gold")))),
      fields: FIELDS.map((field) => ({ ...field, format: upper })),
    };
    expect(resolveDocument(doc, { tier: "gold" }).hidden).toEqual(["a"]);
  });

  test("the clock comes with the options", () => {
    const doc = documentOf(shapeWith(rule(HIDE, { key: "due", is: "before", value: "today" })));
    expect(resolveDocument(doc, { due: "2026-11-20" }, { now: NOW }).hidden).toEqual(["a"]);
    expect(resolveDocument(doc, { due: "2026-11-20" }).hidden).toEqual([]);
  });

  test("days begin and end where the document is", () => {
    const rules = {
      late: rule(HIDE, { key: "due", is: "before", value: "today" }),
      over: rule(HIDE, { key: "due", is: "before", value: "now" }),
      onTheDay: rule(HIDE, { key: "due", is: "equals", value: "today" }),
    };
    const isHidden = (when: keyof typeof rules, due: string, now: string, timeZone?: string) => {
      const fields = FIELDS.map((field): Field => ({ ...field, type: "date" }));
      const doc = { ...documentOf(shapeWith(rules[when])), fields };
      const options = { now: Date.parse(now) };
      const zoned = timeZone === undefined ? doc : { ...doc, timeZone };
      return resolveDocument(zoned, { due }, options).hidden.length === 1;
    };
    const evening = "2026-11-22T01:00:00Z";
    expect(isHidden("late", "2026-11-21", evening)).toBe(true);
    expect(isHidden("late", "2026-11-21", evening, "America/Los_Angeles")).toBe(false);
    expect(isHidden("late", "2026-11-21", "2026-11-22T08:00:00Z", "America/Los_Angeles")).toBe(true);
    expect(isHidden("onTheDay", "2026-11-21", evening, "America/Los_Angeles")).toBe(true);
    expect(isHidden("over", "2026-11-21", "2026-11-22T07:59:59Z", "America/Los_Angeles")).toBe(false);
    expect(isHidden("over", "2026-11-21", "2026-11-22T08:00:00Z", "America/Los_Angeles")).toBe(true);
    // A time that names no zone is of the document's clocks, one that names its zone is not.
    expect(isHidden("over", "2026-11-21 18:00", evening, "America/Los_Angeles")).toBe(false);
    expect(isHidden("over", "2026-11-21T18:00Z", evening, "America/Los_Angeles")).toBe(true);
    expect(isHidden("over", "2026-11-21 18:00", evening, "Europe/Atlantis")).toBe(true);
  });

  test("rules ask nothing where fields are shown instead of values", () => {
    const doc = documentOf(shapeWith(rule(SHOW, is("tier", "gold"))));
    expect(resolveDocument(doc, {}, { mode: "fields" })).toMatchObject({ hidden: [], missing: [] });
    expect(resolveDocument(doc, {}, { mode: "fields" }).document.layers).toEqual(doc.layers);
  });

  test("a field that no document has is missing", () => {
    const doc = documentOf(shapeWith(rule(HIDE, { key: "gone", is: "missing", value: "" })));
    expect(resolveDocument(doc, { gone: "x" })).toMatchObject({
      hidden: ["a"],
      missing: ["tier", "due", "gone"],
    });
  });

  test("a picture that asks for too much is still a picture", () => {
    const many = rule(HIDE, ...Array.from({ length: 10 }, () => is("tier", "gold")));
    const layers = Array.from({ length: 60 }, (_, index) => ({
      ...shapeWith(...Array.from({ length: 20 }, () => many)),
      id: `a${index}`,
    }));
    const { hidden } = resolveDocument(documentOf(...layers), { tier: "gold" });
    expect(hidden).toHaveLength(50);
  });

  test.each(["missing", "not_equals", "not_contains"] as const)(
    "beyond that nothing is %s either",
    (word) => {
      const tests = Array.from({ length: 10 }, (): RuleTest => ({ key: "tier", is: word, value: "gold" }));
      const layers = Array.from({ length: 60 }, (_, index) => ({
        ...shapeWith(...Array.from({ length: 20 }, () => rule(HIDE, ...tests))),
        id: `a${index}`,
      }));
      expect(resolveDocument(documentOf(...layers), {}).hidden).toHaveLength(50);
      const bound = { ...shapeWith(), id: "b", bindings: [{ path: "opacity", key: "tier" }] };
      const { document } = resolveDocument(documentOf(...layers, bound), { tier: "0.5" });
      expect(document.layers.at(-1)).toMatchObject({ id: "b", opacity: 0.5 });
    },
  );
});

/** A countdown at a moment has lost what it came from; what is left of it is as it was stored. */
function storedCountdown(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("shown" in value)) return value;
  const { shown: _shown, ...rest } = value;
  return { ...ENTRIES.countdown.blank("countdown", { width: 1200, height: 628 }), ...rest };
}

test("any rules and values resolve to layers that the schema takes", () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryValues, (doc, values) => {
      const { document } = resolveDocument(doc, values, { now: NOW });
      for (const layer of document.layers) {
        const stored = JSON.stringify(layer, storedCountdown).replace(
          /\{"kind":"url","url":"(?:[^"\\]|\\.)*"\}/g,
          '{"kind":"none"}',
        );
        // Texts with their values in place may be longer than what a designer may type.
        const faults = layerSchema.safeParse(JSON.parse(stored)).error?.issues ?? [];
        expect(faults.filter(({ path }) => !path.includes("text") && !path.includes("runs"))).toEqual([]);
      }
    }),
  );
});
