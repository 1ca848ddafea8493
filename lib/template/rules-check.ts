import { setValue } from "./bindings";
import { DEFAULT_FORMAT, type Field } from "./field";
import type { Bindable } from "./layer-entry";
import { malformed } from "./malformed-placeholder";
import { parseDate } from "./parse-date";
import { parseNumber } from "./parse-number";
import { malformedPlaceholders } from "./placeholders";
import type { Rule, RuleTest } from "./primitives";
import type { LayerProblem } from "./problem";
import { bindablesOf, entryOf } from "./registry";
import { comparable, readsClock } from "./rules";
import { TEXT_PATH } from "./rules-references";
import type { Layer } from "./schema";
import { quoted } from "./short-text";

/** What is wrong with a layer's rules and bindings beyond their fields; paths are inside the layer. */
export function ruleProblems(layer: Layer, fields: ReadonlyMap<string, Field>): LayerProblem[] {
  const bindables = new Map(bindablesOf(layer).map((bindable) => [bindable.path, bindable]));
  return [
    ...layer.rules.flatMap(({ when, then }, index) => [
      ...when.tests.flatMap((test, at) =>
        testProblems(test, fields.get(test.key), `/rules/${index}/when/tests/${at}/value`),
      ),
      ...(then.kind === "set" ? setProblems(layer, then, bindables, `/rules/${index}/then`) : []),
    ]),
    ...layer.bindings.flatMap(({ path }, index) =>
      bindables.has(path) ? [] : [notSettable(path, `/bindings/${index}/path`)],
    ),
  ];
}

function testProblems(test: RuleTest, field: Field | undefined, path: string): LayerProblem[] {
  const { is, value } = test;
  const locale = field?.format.locale ?? DEFAULT_FORMAT.locale;
  switch (is) {
    case "present":
    case "missing":
      return [];
    case "greater":
    case "less":
      return parseNumber(value, locale) === null ? [wrongValue(path, NEEDED.number, value)] : [];
    case "before":
    case "after":
      if (readsClock(test) || parseDate(value, locale) !== null) return [];
      return [wrongValue(path, NEEDED.date, value)];
    case "contains":
    case "not_contains":
      return emptyProblems(value, path);
    case "equals":
    case "not_equals":
      return field === undefined || value.trim() === ""
        ? emptyProblems(value, path)
        : equalityProblems(test, field, path);
  }
}

function emptyProblems(value: string, path: string): LayerProblem[] {
  if (value.trim() !== "") return [];
  const message = "This rule compares with nothing. Give it a text, or ask whether the field has a value.";
  return [{ code: "invalid_rule_value", severity: "warning", path, message }];
}

/** What no value of the field can equal, so that the test is the same for everybody. */
function equalityProblems(test: RuleTest, field: Field, path: string): LayerProblem[] {
  const { type } = field;
  if (type === "text" || type === "image" || type === "url") return [];
  if ((type === "date" && readsClock(test)) || comparable(test.value, field) !== null) return [];
  const message = `Expected ${NEEDED[type]}, got ${quoted(test.value)}. A value that is one never equals it.`;
  // A date shown as given may be any text, and as a text it can be equal.
  const severity = type === "date" && field.format.date === "none" ? "warning" : "error";
  return [{ code: "invalid_rule_value", severity, path, message }];
}

const NEEDED: Record<Bindable["kind"] | "date", string> = {
  color: "a colour such as #1f2937",
  number: "a number such as 100",
  date: "a date such as 2026-11-21, today or now",
  share: "a share such as 0.5 or 50%",
  image: "one of the uploaded pictures",
  boolean: "yes or no",
};

function setProblems(
  layer: Layer,
  { path, value }: Extract<Rule["then"], { kind: "set" }>,
  bindables: ReadonlyMap<string, Bindable>,
  pointer: string,
): LayerProblem[] {
  if (path === TEXT_PATH && entryOf(layer).withText) {
    return malformedPlaceholders(value).map((raw) => malformed(raw, `${pointer}/value`));
  }
  const bindable = bindables.get(path);
  if (bindable === undefined) return [notSettable(path, `${pointer}/path`)];
  return setValue(layer, bindable, value) === undefined
    ? [wrongValue(`${pointer}/value`, NEEDED[bindable.kind], value)]
    : [];
}

function wrongValue(path: string, expected: string, value: string): LayerProblem {
  const message = `Expected ${expected}, got ${quoted(value)}. The rule changes nothing as it stands.`;
  return { code: "invalid_rule_value", severity: "error", path, message };
}

function notSettable(name: string, path: string): LayerProblem {
  const message = `Layers of this type have no "${name}" that values can set. Choose another property.`;
  return { code: "not_settable", severity: "error", path, message };
}
