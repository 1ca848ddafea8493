import { codeProblems } from "./check-code";
import type { Field } from "./field";
import { formatValue } from "./format-value";
import { parseAddress } from "./parse-address";
import { placeholderKeys } from "./placeholders";
import { fieldKey } from "./primitives";
import type { LayerProblem, Problem, ProblemCode } from "./problem";
import { entryOf, referencesOf } from "./registry";
import { ruleProblems } from "./rules-check";
import { TEXT_PATH } from "./rules-references";
import type { Document, Layer } from "./schema";
import { quoted } from "./short-text";
import { walkLayers } from "./tree";

export type { Problem, ProblemCode } from "./problem";

/** Everything worth telling about a document, in the order of fields, samples, layers from back to front, background, alternative text. What is past is told at the time `now`, ms since 1970. */
export function checkDocument(doc: Document, now?: number): Problem[] {
  return [
    ...checkFields(doc),
    ...checkSamples(doc),
    ...checkLayers(doc, now),
    ...checkBackground(doc),
    ...checkAlt(doc),
  ];
}

/**
 * What is wrong with a key as typed, or null. `ownKey` is the key of the field that is being renamed, which it may
 * keep.
 */
export function checkFieldKey(
  key: string,
  fields: readonly Field[],
  path: string,
  ownKey?: string,
): Problem | null {
  const parsed = fieldKey.safeParse(key);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "This key is not well-formed.";
    return { code: "invalid_key", severity: "error", path, message, fieldKey: key };
  }
  if (key === ownKey || !fields.some((field) => field.key === key)) return null;
  const message = `The key ${key} is taken by another field. Choose another.`;
  return { code: "duplicate_key", severity: "error", path, message, fieldKey: key };
}

function checkFields(doc: Document): Problem[] {
  const used = usedKeys(doc);
  return doc.fields.flatMap((field, index) => {
    const path = `/fields/${index}`;
    const tell = (
      code: ProblemCode,
      severity: Problem["severity"],
      part: string,
      message: string,
    ): Problem => ({
      code,
      severity,
      path: `${path}/${part}`,
      message,
      fieldKey: field.key,
    });
    const problems: Problem[] = [];
    const keyProblem = checkFieldKey(field.key, doc.fields.slice(0, index), `${path}/key`);
    if (keyProblem) problems.push(keyProblem);
    if (!keyProblem && !used.has(field.key)) {
      problems.push(tell("unused_field", "warning", "key", `No layer uses {{${field.key}}} yet.`));
    }
    if (field.type === "image" && field.fallback !== "" && parseAddress(field.fallback) === null) {
      const message = `The fallback of an image field is the address of a picture, such as https://example.com/photo.png, got ${quoted(field.fallback)}.`;
      problems.push(tell("invalid_fallback", "error", "fallback", message));
    }
    const { minimumDecimals, maximumDecimals } = field.format.number;
    if (minimumDecimals > maximumDecimals) {
      const message = `At least ${minimumDecimals} and at most ${maximumDecimals} decimals cannot both be. ${minimumDecimals} are shown.`;
      problems.push(tell("invalid_decimals", "warning", "format/number", message));
    }
    return problems;
  });
}

function checkSamples(doc: Document): Problem[] {
  const fields = new Map(doc.fields.map((field) => [field.key, field]));
  return doc.samples.flatMap((row, index) =>
    Object.entries(row.values).flatMap(([key, value]): Problem[] => {
      const path = `/samples/${index}/values/${key}`;
      const field = fields.get(key);
      if (field === undefined) {
        const message = `The row "${row.name}" has a value for {{${key}}}, which is no field of this template.`;
        return [{ code: "unknown_sample_field", severity: "warning", path, message, fieldKey: key }];
      }
      if (value.trim() === "" || formatValue(value, field) !== null) return [];
      const message = `${quoted(value)} is no ${TYPE_NAMES[field.type]}, so it counts as missing.`;
      return [{ code: "invalid_sample", severity: "warning", path, message, fieldKey: key }];
    }),
  );
}

const TYPE_NAMES: Record<Field["type"], string> = {
  text: "text",
  number: "number",
  date: "date",
  image: "address of a picture",
  url: "web address",
  color: "colour such as #1f2937",
  boolean: "yes or no",
};

function checkLayers(doc: Document, now: number | undefined): Problem[] {
  const fields = new Map(doc.fields.map((field) => [field.key, field]));
  return Array.from(walkLayers(doc.layers)).flatMap(({ layer, pointer }): Problem[] => {
    const told = new Set<string>();
    const references = referencesOf(layer).flatMap(({ key, path, expects }): Problem[] => {
      // A field that stands twice in the same text is one problem.
      if (told.has(`${path} ${key}`)) return [];
      told.add(`${path} ${key}`);
      const here = { path: pointer + path, layerId: layer.id, fieldKey: key };
      const field = fields.get(key);
      if (field === undefined)
        return [{ code: "unknown_field", severity: "error", ...here, message: unknownField(key) }];
      const fits =
        expects === "any" || field.type === expects || field.type === "text" || field.type === "url";
      if (fits) return [];
      return [{ code: "wrong_field_type", severity: "error", ...here, message: wrongType(field, expects) }];
    });
    const own = [
      ...entryOf(layer).problems(layer, now),
      ...codeProblems(layer, doc),
      ...ruleProblems(layer, fields),
      ...saidProblems(layer),
    ].map((problem): Problem => ({ ...problem, path: pointer + problem.path, layerId: layer.id }));
    return [...references, ...own];
  });
}

/** What would be wrong with the layer if it said what its rules let it say; malformed placeholders are told elsewhere. */
function saidProblems(layer: Layer): LayerProblem[] {
  const { withText, problems } = entryOf(layer);
  return layer.rules.flatMap(({ then }, index): LayerProblem[] => {
    if (then.kind !== "set" || then.path !== TEXT_PATH || withText === undefined) return [];
    const path = `/rules/${index}/then/value`;
    const said = withText(layer, then.value);
    if (said === layer) {
      const message =
        "This text is longer than layers of this type take, so the rule changes nothing. Shorten it.";
      return [{ code: "invalid_rule_value", severity: "error", path, message }];
    }
    const known = new Set(problems(layer).map(({ message }) => message));
    return problems(said)
      .filter(({ code, message }) => code !== "malformed_placeholder" && !known.has(message))
      .map((problem) => ({ ...problem, path }));
  });
}

function checkBackground({ backgroundKey: key, fields }: Document): Problem[] {
  const field = fields.find((candidate) => candidate.key === key);
  if (key === null || field?.type === "color" || field?.type === "text") return [];
  const here = { severity: "error", path: "/backgroundKey", fieldKey: key } as const;
  if (field === undefined) return [{ code: "unknown_field", ...here, message: unknownField(key) }];
  return [{ code: "wrong_field_type", ...here, message: wrongType(field, "color") }];
}

function checkAlt(doc: Document): Problem[] {
  const known = new Set(doc.fields.map(({ key }) => key));
  const unknown = new Set(placeholderKeys(doc.alt).filter((key) => !known.has(key)));
  return Array.from(
    unknown,
    (key): Problem => ({
      code: "unknown_field",
      severity: "error",
      path: "/alt",
      message: unknownField(key),
      fieldKey: key,
    }),
  );
}

function usedKeys(doc: Document): Set<string> {
  const keys = new Set(placeholderKeys(doc.alt));
  if (doc.backgroundKey !== null) keys.add(doc.backgroundKey);
  for (const { layer } of walkLayers(doc.layers)) for (const { key } of referencesOf(layer)) keys.add(key);
  return keys;
}

function wrongType({ key, type }: Field, expected: Field["type"]): string {
  return `{{${key}}} holds a ${TYPE_NAMES[type]}, but a ${TYPE_NAMES[expected]} is needed here.`;
}

function unknownField(key: string): string {
  return `{{${key}}} is no field of this template. Add the field or choose another.`;
}
