import { cleanValue, firstGraphemes, isBlank } from "./clean-value";
import type { Field, FieldFormat } from "./field";
import { dateFormat, numberFormat, sameSpaces } from "./intl-formats";
import { parseAddress } from "./parse-address";
import { parseDate } from "./parse-date";
import { type Decimal, parseNumber } from "./parse-number";
import { applyCase } from "./text-case";

/**
 * A given value as it is shown: cleaned, read as the field's type and written in its format. null means that
 * there is no value: blank, or nothing that a field of this type could hold ("abc" for a number).
 * - text: trimmed, first word, case, length; a number, currency or date format is for fields of those types.
 * - number: `plain` is shown as given; a per cent value is given in per cent ("15" is 15%).
 * - date: `none` is shown as given; days as written, see `parseDate`.
 * - boolean: Yes or No. color: `#rrggbb` or `#rrggbbaa`. image, url: a web address, see `parseAddress`.
 */
export function formatValue(value: string, field: Pick<Field, "type" | "format">): string | null {
  const { type, format } = field;
  const clean = cleanValue(value);
  if (isBlank(clean)) return null;
  const written = format.trim ? clean.trim().replace(/\s+/gu, " ") : clean;
  switch (type) {
    case "text":
      return affixed(formatText(written, format), format);
    case "number": {
      const number = parseNumber(written, format.locale);
      return number === null ? null : affixed(formatNumber(number, written, format), format);
    }
    case "date": {
      if (format.date === "none") return affixed(written, format);
      const date = parseDate(written, format.locale);
      return date === null ? null : affixed(formatDate(date, format.date, format.locale), format);
    }
    case "boolean":
      return formatBoolean(written);
    case "color":
      return formatColor(written);
    case "image":
    case "url":
      return parseAddress(clean) === null ? null : clean.trim();
  }
}

function affixed(text: string, { prefix, suffix }: FieldFormat): string {
  return `${prefix}${text}${suffix}`;
}

function formatText(text: string, format: FieldFormat): string {
  const words = format.firstWordOnly ? (/\S+/u.exec(text)?.[0] ?? text) : text;
  const cased = applyCase(words, format);
  if (format.maxLength === 0) return cased;
  const kept = firstGraphemes(cased, format.maxLength);
  return kept === cased ? cased : `${kept.trimEnd()}…`;
}

function formatNumber(number: Decimal, written: string, format: FieldFormat): string {
  const { style, currency, minimumDecimals, maximumDecimals } = format.number;
  if (style === "plain") return written;
  const most = Math.max(minimumDecimals, maximumDecimals);
  const decimals = { minimumFractionDigits: minimumDecimals, maximumFractionDigits: most };
  switch (style) {
    case "decimal":
      return withNumberFormat(format.locale, decimals, number);
    case "percent":
      return withNumberFormat(format.locale, { ...decimals, style: "unit", unit: "percent" }, number);
    case "currency": {
      // Money has all of its decimals or none: $1,250 and $1,250.50, never $1,250.5.
      const rounded = withNumberFormat("en-US", { maximumFractionDigits: most, useGrouping: false }, number);
      const least = rounded.includes(".") ? Math.min(most, Math.max(2, minimumDecimals)) : minimumDecimals;
      const options = { ...decimals, minimumFractionDigits: least, style: "currency", currency } as const;
      return withNumberFormat(format.locale, options, number);
    }
  }
}

function withNumberFormat(locale: string, options: Intl.NumberFormatOptions, number: Decimal): string {
  return sameSpaces(numberFormat(locale, options).format(number));
}

function formatDate(date: number, style: Exclude<FieldFormat["date"], "none">, locale: string): string {
  if (style === "iso") return new Date(date).toISOString().slice(0, 10);
  return sameSpaces(dateFormat(locale, style).format(date));
}

function formatBoolean(text: string): string | null {
  if (/^(?:yes|y|true|t|1|on)$/i.test(text)) return "Yes";
  if (/^(?:no|n|false|f|0|off)$/i.test(text)) return "No";
  return null;
}

/** Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, each with or without the sign. */
function formatColor(text: string): string | null {
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (hex === undefined) return null;
  return `#${hex.length < 6 ? hex.replace(/./g, "$&$&") : hex}`;
}
