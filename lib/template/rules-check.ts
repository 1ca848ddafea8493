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
import { readsClock } from "./rules";
import { TEXT_PATH } from "./rules-references";
import type { Layer } from "./schema";

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
  if (is === "present" || is === "missing") return [];
  const locale = field?.format.locale ?? DEFAULT_FORMAT.locale;
  const isNumeric = is === "greater" || is === "less";
  const isDated = is === "before" || is === "after";
  if (isNumeric && parseNumber(value, locale) === null)
    return [wrongValue(path, "a number such as 100", value)];
  if (isDated && !readsClock(test) && parseDate(value, locale) === null)
    return [wrongValue(path, "a date such as 2026-11-21, today or now", value)];
  if (isNumeric || isDated || value.trim() !== "") return [];
  const message = "This rule compares with nothing. Give it a text, or ask whether the field has a value.";
  return [{ code: "invalid_rule_value", severity: "warning", path, message }];
}

const NEEDED: Record<Bindable["kind"], string> = {
  color: "a colour such as #1f2937",
  number: "a number such as 100",
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
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  const message = `Expected ${expected}, got "${shown}". The rule changes nothing as it stands.`;
  return { code: "invalid_rule_value", severity: "error", path, message };
}

function notSettable(name: string, path: string): LayerProblem {
  const message = `Layers of this type have no "${name}" that values can set. Choose another property.`;
  return { code: "not_settable", severity: "error", path, message };
}
