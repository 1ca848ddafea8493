import { z } from "zod";
import { isRecord } from "./json-shape";
import { mendBoolean, mendNumber, mendText, refuse } from "./mend-value";
import { angle, colour, rule } from "./primitives";
import { inWords, type RepairLog } from "./repair";
import { layer } from "./schema";

/**
 * Makes foreign data fit a schema by reading the schema itself: what is good stays, what is nearly good is mended,
 * what is missing or hopeless takes the fallback's part. So a new property of a layer needs no repair code.
 */

export type SalvageContext = {
  log: RepairLog;
  /** Lists of layers need more than their schema: ids, depth, numbers. */
  layers: (input: unknown, path: string) => unknown;
};

/** `undefined` says that nothing could be saved and there is no fallback. Nothing in a document is undefined. */
type Salvaged = unknown;

/** What stands where a whole would be lost for want of one simple part. */
const LAST_RESORT = new Map<z.core.$ZodType, unknown>([
  [colour, "#000000"],
  [angle, 0],
]);

/** `input` made to fit `schema`. Every change is told to the log with its path. */
export function salvage(
  schema: z.core.$ZodType,
  input: unknown,
  fallback: unknown,
  path: string,
  context: SalvageContext,
): Salvaged {
  const known = fallback === undefined ? LAST_RESORT.get(schema) : fallback;
  const found = attempt(schema, input, known, path, context);
  return found === undefined ? known : found;
}

function attempt(
  schema: z.core.$ZodType,
  input: unknown,
  fallback: unknown,
  path: string,
  context: SalvageContext,
): Salvaged {
  if (schema instanceof z.ZodOptional) {
    return input === undefined ? undefined : attempt(schema.unwrap(), input, undefined, path, context);
  }
  if (schema instanceof z.ZodDefault) {
    if (input === undefined) return schema.def.defaultValue;
    return attempt(schema.def.innerType, input, fallback, path, context);
  }
  if (input === undefined) {
    return refuse(context.log, "missing_property", path, "Expected a value, got none.");
  }
  if (schema instanceof z.ZodNullable) {
    if (input === null) return null;
    return attempt(schema.unwrap(), input, fallback === null ? undefined : fallback, path, context);
  }
  // A rule that lost one of its tests would hold for others than it was made for.
  if (schema === rule && !rule.safeParse(input).success) {
    return refuse(context.log, "invalid_rule", path, "This rule is not well-formed. It was left out.");
  }
  if (schema instanceof z.ZodArray) {
    return schema.element === layer || isLazyLayer(schema.element)
      ? context.layers(input, path)
      : salvageList(schema, input, path, context);
  }
  if (schema instanceof z.ZodObject) return salvageObject(schema, input, fallback, path, context);
  if (schema instanceof z.ZodDiscriminatedUnion) return salvageUnion(schema, input, fallback, path, context);
  if (schema instanceof z.ZodRecord) return salvageRecord(schema, input, path, context);
  if (z.safeParse(schema, input).success) return input;
  if (schema instanceof z.ZodNumber) return mendNumber(schema, input, path, context.log);
  if (schema instanceof z.ZodString) return mendText(schema, input, path, context.log);
  if (schema instanceof z.ZodBoolean) return mendBoolean(input, path, context.log);
  const expected = schema instanceof z.ZodEnum ? schema.options.join(", ") : "another value";
  return refuse(context.log, "unknown_option", path, `Expected one of ${expected}, got ${inWords(input)}.`);
}

/** `group.ts` wraps the layer schema once more to break the circle of files. */
function isLazyLayer(schema: unknown): boolean {
  return schema instanceof z.ZodLazy && schema.unwrap() === layer;
}

/** An object property by property. `given` has parts that are decided already and not read from the input. */
export function salvageObject(
  schema: z.ZodObject,
  input: unknown,
  fallback: unknown,
  path: string,
  context: SalvageContext,
  given: Readonly<Record<string, unknown>> = {},
): Salvaged {
  if (!isRecord(input)) {
    return refuse(context.log, "wrong_type", path, `Expected an object, got ${inWords(input)}.`);
  }
  const known = isRecord(fallback) ? fallback : {};
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(schema.shape)) {
    const value = Object.hasOwn(given, name)
      ? given[name]
      : salvage(
          part,
          Object.hasOwn(input, name) ? input[name] : undefined,
          known[name],
          `${path}/${name}`,
          context,
        );
    if (value !== undefined) result[name] = value;
    else if (!(part instanceof z.ZodOptional)) return undefined;
  }
  for (const name of Object.keys(input)) {
    if (Object.hasOwn(schema.shape, name)) continue;
    const shown = inWords(name).slice(1, -1);
    context.log.add(
      "unknown_property",
      `${path}/${shown}`,
      `Expected no property ${inWords(name)}. It was left out.`,
    );
  }
  return result;
}

function salvageUnion(
  schema: z.ZodDiscriminatedUnion,
  input: unknown,
  fallback: unknown,
  path: string,
  context: SalvageContext,
): Salvaged {
  const { discriminator } = schema.def;
  const kind = isRecord(input) && Object.hasOwn(input, discriminator) ? input[discriminator] : undefined;
  for (const option of schema.options) {
    if (!(option instanceof z.ZodObject) || !z.safeParse(option.shape[discriminator], kind).success) continue;
    const sameKind = isRecord(fallback) && fallback[discriminator] === kind;
    return salvageObject(option, input, sameKind ? fallback : undefined, path, context);
  }
  const message = `Expected an object of a known ${discriminator}, got ${inWords(kind ?? input)}.`;
  return refuse(context.log, "unknown_option", path, message);
}

function salvageList(schema: z.ZodArray, input: unknown, path: string, context: SalvageContext): Salvaged {
  if (!Array.isArray(input)) {
    return refuse(context.log, "wrong_type", path, `Expected a list, got ${inWords(input)}.`);
  }
  const room = longest(schema);
  const items: unknown[] = [];
  for (const [index, item] of input.entries()) {
    if (items.length >= room) {
      const message = `Expected at most ${room} items, got ${input.length}. The first ${room} stand.`;
      context.log.add("list_cut", path, message);
      break;
    }
    const here = `${path}/${index}`;
    const value = salvage(schema.element, item, undefined, here, context);
    if (value === undefined) context.log.add("item_dropped", here, "Nothing of this item could be used.");
    else items.push(value);
  }
  const kept = longestValid(schema, items);
  if (kept === undefined) {
    return refuse(context.log, "wrong_type", path, "Expected more usable items in the list.");
  }
  if (kept.length < items.length) {
    const message = `The list is too large as a whole. The first ${kept.length} items stand.`;
    context.log.add("list_cut", path, message);
  }
  return kept;
}

/**
 * As many of the first items as the schema takes. A rule about the list as a whole, such as the length of all its
 * texts, holds for every shorter list down to the fewest allowed, so halving finds the longest one.
 */
function longestValid(schema: z.ZodArray, items: readonly unknown[]): unknown[] | undefined {
  const fits = (length: number) => z.safeParse(schema, items.slice(0, length)).success;
  if (fits(items.length)) return [...items];
  let good = 0;
  let bad = items.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return fits(good) ? items.slice(0, good) : undefined;
}

function longest(schema: z.ZodArray): number {
  const limits = (schema.def.checks ?? []).flatMap((check) =>
    check instanceof z.core.$ZodCheckMaxLength ? [check._zod.def.maximum] : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...limits);
}

function salvageRecord(schema: z.ZodRecord, input: unknown, path: string, context: SalvageContext): Salvaged {
  if (!isRecord(input)) {
    return refuse(context.log, "wrong_type", path, `Expected an object, got ${inWords(input)}.`);
  }
  const entries: [string, unknown][] = [];
  for (const [name, item] of Object.entries(input)) {
    const here = `${path}/${inWords(name).slice(1, -1)}`;
    const value = z.safeParse(schema.keyType, name).success
      ? salvage(schema.valueType, item, undefined, here, context)
      : undefined;
    if (value === undefined) context.log.add("item_dropped", here, "Neither name nor value could be used.");
    else entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
