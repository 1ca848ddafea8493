import { z } from "zod";
import { DEFAULT_FORMAT } from "./field";
import type { FieldLookup } from "./field-lookup";
import { formatValue } from "./format-value";
import type { Bindable } from "./layer-entry";
import { parseAddress } from "./parse-address";
import { parseNumber } from "./parse-number";
import { type Patch, patchLayer } from "./patch-layer";
import { angle, assetId, fill, type Rule } from "./primitives";
import { bindablesOf, entryOf } from "./registry";
import type { Given } from "./rules";
import { TEXT_PATH } from "./rules-references";
import type { Layer } from "./schema";

/**
 * The layer with its bound properties taking the values of their fields, then with what its holding rules set. For
 * a value that is missing or cannot be read as what the property holds the field's fallback stands, and where that
 * cannot be read either the property is as designed. The same layer when nothing changes.
 */
export function withBindings(layer: Layer, holding: readonly Rule[], read: FieldLookup["read"]): Layer {
  const sets = holding.flatMap(({ then }) => (then.kind === "set" ? [then] : []));
  if (layer.bindings.length === 0 && sets.length === 0) return layer;
  const bindables = new Map(bindablesOf(layer).map((bindable) => [bindable.path, bindable]));
  const patches = [
    ...layer.bindings.flatMap(({ path, key }): Patch[] => {
      const bindable = bindables.get(path);
      if (bindable === undefined) return [];
      return patchesFor(
        layer,
        bindable,
        read(key, (given) => boundValue(layer, bindable, key, given)),
      );
    }),
    ...sets.flatMap(({ path, value }): Patch[] => {
      const bindable = bindables.get(path);
      return bindable ? patchesFor(layer, bindable, setValue(layer, bindable, value)) : [];
    }),
  ];
  const text = sets.findLast(({ path }) => path === TEXT_PATH);
  const said = text === undefined ? layer : (entryOf(layer).withText?.(layer, text.value) ?? layer);
  return patchLayer(said, patches);
}

/** What a rule's text is as a value of the property; undefined when it is none. Numbers are written the English way. */
export function setValue(layer: Layer, bindable: Bindable, text: string): unknown {
  if (bindable.kind === "image") {
    return assetId.safeParse(text.trim()).success ? { kind: "asset", assetId: text.trim() } : undefined;
  }
  return readValue(layer, bindable, text, { locale: DEFAULT_FORMAT.locale, isPercent: false });
}

function boundValue(layer: Layer, bindable: Bindable, key: string, given: Given): unknown {
  const { text, type, format } = given;
  if (bindable.kind === "image") return parseAddress(text) === null ? undefined : { kind: "field", key };
  const isPercent = type === "number" && format.number.style === "percent";
  return readValue(layer, bindable, text, { locale: format.locale, isPercent });
}

/**
 * Colours are hexadecimal; of numbers the sign of per cent is taken off, and for a share "50%" is a half, as is
 * "50" where values are given in per cent; what is out of range takes the nearest value within it.
 */
function readValue(
  layer: Layer,
  { kind, path }: Bindable,
  text: string,
  { locale, isPercent }: { locale: string; isPercent: boolean },
): unknown {
  switch (kind) {
    case "color":
      return formatValue(text, { type: "color", format: DEFAULT_FORMAT }) ?? undefined;
    case "boolean": {
      const yes = formatValue(text, { type: "boolean", format: DEFAULT_FORMAT });
      return yes === null ? undefined : yes === "Yes";
    }
    case "number":
    case "share": {
      const number = parseNumber(text, locale);
      const schema = plainSchema(schemaAt(layer, path));
      if (number === null || !(schema instanceof z.ZodNumber)) return undefined;
      const isHundredths = kind === "share" && (isPercent || /%\s*$/.test(text));
      return fitted(schema, isHundredths ? Number(number) / 100 : Number(number));
    }
    case "image":
      return undefined;
  }
}

function fitted(schema: z.ZodNumber, number: number): number {
  const turned = schema === angle ? number % 360 : number;
  const whole = schema.format === "safeint" ? Math.round(turned) : turned;
  return Math.min(schema.maxValue ?? whole, Math.max(schema.minValue ?? whole, whole)) + 0;
}

/** Where the value goes. The colour of a fill makes it a plain one; a part of something that is not there stays so. */
function patchesFor(layer: Layer, { path }: Bindable, value: unknown): Patch[] {
  if (value === undefined) return [];
  const names = path.split(".");
  const holder = names.slice(0, -1);
  if (holder.length > 0 && plainSchema(schemaAt(layer, holder.join("."))) === fill) {
    return [{ path: holder, value: { kind: "solid", color: value } }];
  }
  const held = holder.reduce<unknown>((node, name) => Object(node)[name], layer);
  return typeof held === "object" && held !== null ? [{ path: names, value }] : [];
}

function schemaAt(layer: Layer, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((schema, name) => objectShape(plainSchema(schema))?.[name], entryOf(layer).schema);
}

function objectShape(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return schema instanceof z.ZodObject ? schema.shape : undefined;
}

function plainSchema(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? plainSchema(schema.unwrap())
    : schema;
}
