import { cleanValue, isBlank } from "./clean-value";
import { DEFAULT_FORMAT, type Field } from "./field";
import { formatValue } from "./format-value";
import type { ResolveContext } from "./layer-entry";
import { parseAddress } from "./parse-address";
import { type Facts, type Given, givenOf } from "./rules";

/** What is known of the fields of a document. */
export type FieldLookup = Pick<ResolveContext, "missing" | "shown" | "address" | "plain"> &
  Pick<Facts, "given"> & {
    /** What `as` makes of the value, else of the field's fallback; undefined when it can read neither. */
    read<T>(key: string, as: (given: Given) => T | undefined): T | undefined;
  };

/** No values: names stand for themselves. */
export const NAMES_ONLY: FieldLookup = {
  missing: () => false,
  shown: (_key, raw) => raw,
  address: () => null,
  plain: (_key, raw) => ({ text: raw, locale: DEFAULT_FORMAT.locale }),
  given: () => null,
  read: () => undefined,
};

/** Reads the values of a row. Keys of fields without one are put into `missing`, those asked for by no field later too. */
export function readValues(
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
  missing: Set<string>,
): FieldLookup {
  const known = new Map<string, Field>();
  const found = new Map<string, { raw: string; shown: string }>();
  for (const field of fields) {
    const { key } = field;
    const raw = Object.hasOwn(values, key) ? (values[key] ?? "") : "";
    const shown = formatValue(raw, field);
    known.set(key, field);
    if (shown === null || isBlank(shown)) missing.add(key);
    else found.set(key, { raw, shown });
  }
  const cleaned = new Map<string, Given>();
  const isMissing = (key: string) => {
    if (found.has(key)) return false;
    missing.add(key);
    return true;
  };
  const fallback = (key: string) => known.get(key)?.fallback ?? "";
  const given = (key: string) => {
    const field = known.get(key);
    if (isMissing(key) || field === undefined) return null;
    const value = cleaned.get(key) ?? givenOf(found.get(key)?.raw ?? "", field);
    cleaned.set(key, value);
    return value;
  };
  return {
    missing: isMissing,
    shown: (key) => (isMissing(key) ? fallback(key) : (found.get(key)?.shown ?? "")),
    address: (key) =>
      parseAddress((isMissing(key) ? fallback(key) : found.get(key)?.raw) ?? "") ??
      parseAddress(fallback(key)),
    plain: (key) => ({
      text: isMissing(key) ? fallback(key) : cleanValue(found.get(key)?.raw ?? ""),
      locale: known.get(key)?.format.locale ?? DEFAULT_FORMAT.locale,
    }),
    given,
    read(key, as) {
      const value = given(key);
      const read = value === null ? undefined : as(value);
      const field = known.get(key);
      return read === undefined && field !== undefined ? as(givenOf(field.fallback, field)) : read;
    },
  };
}
