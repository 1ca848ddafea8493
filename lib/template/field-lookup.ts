import { cleanValue, isBlank } from "./clean-value";
import { DEFAULT_FORMAT, type Field } from "./field";
import { formatValue } from "./format-value";
import type { ResolveContext } from "./layer-entry";
import { parseAddress } from "./parse-address";
import { type Facts, type Given, givenOf } from "./rules";

/** What is known of the fields of a document. */
export type FieldLookup = Pick<ResolveContext, "missing" | "shown" | "address" | "plain"> &
  Pick<Facts, "given">;

/** No values: names stand for themselves. */
export const NAMES_ONLY: FieldLookup = {
  missing: () => false,
  shown: (_key, raw) => raw,
  address: () => null,
  plain: (_key, raw) => ({ text: raw, locale: DEFAULT_FORMAT.locale }),
  given: () => null,
};

/** Reads the values of a row. Keys of fields without one are put into `missing`, those asked for by no field later too. */
export function readValues(
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
  missing: Set<string>,
): FieldLookup {
  const fallbacks = new Map<string, string>();
  const locales = new Map<string, string>();
  const found = new Map<string, { raw: string; shown: string } & Pick<Given, "type" | "locale">>();
  for (const { key, type, format, fallback } of fields) {
    const raw = Object.hasOwn(values, key) ? (values[key] ?? "") : "";
    const shown = formatValue(raw, { type, format });
    fallbacks.set(key, fallback);
    locales.set(key, format.locale);
    if (shown === null || isBlank(shown)) missing.add(key);
    else found.set(key, { raw, shown, type, locale: format.locale });
  }
  const cleaned = new Map<string, Given>();
  const isMissing = (key: string) => {
    if (found.has(key)) return false;
    missing.add(key);
    return true;
  };
  return {
    missing: isMissing,
    shown: (key) => (isMissing(key) ? (fallbacks.get(key) ?? "") : (found.get(key)?.shown ?? "")),
    address: (key) =>
      parseAddress((isMissing(key) ? fallbacks.get(key) : found.get(key)?.raw) ?? "") ??
      parseAddress(fallbacks.get(key) ?? ""),
    plain: (key) => ({
      text: isMissing(key) ? (fallbacks.get(key) ?? "") : cleanValue(found.get(key)?.raw ?? ""),
      locale: locales.get(key) ?? DEFAULT_FORMAT.locale,
    }),
    given(key) {
      const field = isMissing(key) ? undefined : found.get(key);
      if (field === undefined) return null;
      const { raw, type, locale } = field;
      const known = cleaned.get(key) ?? givenOf(raw, type, locale);
      cleaned.set(key, known);
      return known;
    },
  };
}
