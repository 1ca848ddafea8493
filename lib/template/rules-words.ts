import type { Field, FieldType } from "./field";
import type { Bindable } from "./layer-entry";
import type { Rule, RuleTest } from "./primitives";
import { bindablesOf, entryOf } from "./registry";
import { HOLDS, TEXT_PATH } from "./rules-references";
import type { Layer } from "./schema";
import { quoted } from "./short-text";

/** What a test asks, in words that stand between a field and a value. */
const WORDS: Record<RuleTest["is"], string> = {
  equals: "is",
  not_equals: "is not",
  contains: "contains",
  not_contains: "does not contain",
  greater: "is more than",
  less: "is less than",
  before: "is before",
  after: "is after",
  present: "has a value",
  missing: "has no value",
};

const ALWAYS: readonly RuleTest["is"][] = ["present", "missing"];
const EQUAL: readonly RuleTest["is"][] = ["equals", "not_equals"];
const CONTAIN: readonly RuleTest["is"][] = ["contains", "not_contains"];

const FITTING: Record<FieldType, readonly RuleTest["is"][]> = {
  text: [...EQUAL, ...CONTAIN, ...ALWAYS],
  url: [...EQUAL, ...CONTAIN, ...ALWAYS],
  image: [...ALWAYS, ...CONTAIN],
  number: [...EQUAL, "greater", "less", ...ALWAYS],
  date: ["before", "after", ...EQUAL, ...ALWAYS],
  color: [...EQUAL, ...ALWAYS],
  boolean: [...EQUAL, ...ALWAYS],
};

export type TestWord = { is: RuleTest["is"]; label: string };

/**
 * What can be asked of a field of this type, in the order people look for it. `kept` is what is asked now: it stays
 * in the list where the field has become another type since.
 */
export function testWords(type: FieldType, kept: RuleTest["is"]): readonly TestWord[] {
  const fitting = FITTING[type];
  return (fitting.includes(kept) ? fitting : [...fitting, kept]).map((is) => ({ is, label: WORDS[is] }));
}

/** Whether the test compares the field with something. */
export function comparesValue(is: RuleTest["is"]): boolean {
  return is !== "present" && is !== "missing";
}

/** A first test of a field that is right as it stands: it may be made narrower from there. */
export function firstTest({ key, type }: Field): RuleTest {
  return type === "boolean" ? { key, is: "equals", value: "yes" } : { key, is: "present", value: "" };
}

/** The test asking something else or of another field; what it compares with stays where it still can be. */
export function retested(test: RuleTest, is: RuleTest["is"], type: FieldType): RuleTest {
  if (!comparesValue(is)) return { ...test, is, value: "" };
  return { ...test, is, value: test.value === "" ? (FIRST_VALUES[type] ?? "") : test.value };
}

const FIRST_VALUES: Partial<Record<FieldType, string>> = {
  number: "0",
  date: "today",
  color: "#ffffff",
  boolean: "yes",
};

/** A property that a rule can set, with what kind of value it takes. */
export type Settable = { path: string; label: string; kind: Bindable["kind"] | "text" };

/** What rules can set on this layer: what it says, what its type adds, then what every layer has. */
export function settablesOf(layer: Layer): readonly Settable[] {
  const all = bindablesOf(layer);
  const own = entryOf(layer).bindable ?? [];
  const said: Settable[] = entryOf(layer).withText
    ? [{ path: TEXT_PATH, label: "Content", kind: "text" }]
    : [];
  return [...said, ...own, ...all.filter((bindable) => !own.includes(bindable))];
}

/** The rule as a sentence without a full stop: `Hide when Plan is "gold" and Points is more than 100`. */
export function ruleSentence({ when, then }: Rule, layer: Layer, fields: readonly Field[]): string {
  const asked = when.tests.map((test) => testSentence(test, fields));
  const condition = asked.join(when.match === "all" ? " and " : " or ");
  switch (then.kind) {
    case "show":
      return `Show when ${condition}`;
    case "hide":
      return `Hide when ${condition}`;
    case "set": {
      const label = settablesOf(layer).find(({ path }) => path === then.path)?.label ?? then.path;
      return `When ${condition}, set ${inSentence(label)} to ${said(then.value, layer, then.path)}`;
    }
  }
}

/** One test as a clause: `Plan is "gold"`. */
export function testSentence({ key, is, value }: RuleTest, fields: readonly Field[]): string {
  const field = fields.find((each) => each.key === key);
  const name = field?.label || key;
  if (!comparesValue(is)) return `${name} ${WORDS[is]}`;
  const isWord = field?.type === "text" || field?.type === "url" || field === undefined;
  return `${name} ${WORDS[is]} ${isWord || value.trim() === "" ? quoted(value) : value}`;
}

function said(value: string, layer: Layer, path: string): string {
  const kind = settablesOf(layer).find((settable) => settable.path === path)?.kind;
  if (kind === "image") return value === "" ? "nothing" : "another picture";
  return kind === "text" || value.trim() === "" ? quoted(value) : value;
}

/** A label inside a sentence: only "X", "Y" and the like keep their capital. */
export function inSentence(label: string): string {
  return label.length > 1 && label !== label.toUpperCase()
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

/** What a rule sets a property to at first: what it is now, so that nothing changes until somebody says what to. */
export function firstSetValue(layer: Layer, { path, kind }: Settable): string {
  const value = path.split(".").reduce<unknown>((node, name) => Object(node)[name], layer);
  switch (kind) {
    case "text":
      return "";
    case "color":
      return colorIn(value) ?? colorIn(valueAbove(layer, path)) ?? "#111827";
    case "number":
      return typeof value === "number" ? String(value) : "0";
    case "share":
      return `${typeof value === "number" ? Math.round(value * 1000) / 10 : 100}%`;
    case "boolean":
      return value === false ? "no" : "yes";
    case "image":
      return String(Object(value).assetId ?? "");
  }
}

function valueAbove(layer: Layer, path: string): unknown {
  return path
    .split(".")
    .slice(0, -1)
    .reduce<unknown>((node, name) => Object(node)[name], layer);
}

/** The colour that a value is or begins with: a list of colours, a gradient. */
function colorIn(value: unknown): string | null {
  if (typeof value === "string" && value.startsWith("#")) return value;
  if (Array.isArray(value)) return colorIn(value[0]);
  const { color, stops } = Object(value);
  return typeof color === "string" ? color : stops === undefined ? null : colorIn(stops[0]);
}

/** Whether values of the field can be what a property of this kind takes. Texts and addresses may hold anything. */
export function fieldFits({ type }: Pick<Field, "type">, kind: Bindable["kind"]): boolean {
  return type === "text" || type === "url" || type === HOLDS[kind];
}
