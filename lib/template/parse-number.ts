import { numberFormat } from "./intl-formats";

/** A number as plain decimal text: an optional minus, digits, an optional point with digits. */
export type Decimal = `${number}`;

/** Zeros of the decimal digits that are read besides 0 to 9: Arabic, Persian, Devanagari, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g;

const CURRENCY = "[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|zł|kr\\.?|Kč|Ft|lei|руб\\.?";
const BEFORE = new RegExp(`^(?:${CURRENCY})(?=[\\s\\d+.-])\\s*`, "u");
const AFTER = new RegExp(`(?<=[\\s\\d])\\s*(?:%|${CURRENCY})$`, "u");

function isDecimal(text: string): text is Decimal {
  return /^-?\d{1,40}(?:\.\d{1,40})?$/.test(text);
}

/**
 * Reads a number as people and senders write it: `1250`, `1,250.50`, `1.250,50`, `1 250,5`, `1'250`, `1,25,000`,
 * `-12`, `−12`, `(12)`, `$12`, `12 €`, `USD 12`, `15%`, `1.0E7`, and digits of Arabic, Devanagari and full width.
 * null for everything else. Of two kinds of separators the last is the decimal one; a single separator before
 * exactly three digits groups thousands unless it is the locale's decimal sign, else it is the decimal sign.
 */
export function parseNumber(text: string, locale: string): Decimal | null {
  let rest = text
    .replace(/\p{Cf}/gu, "")
    .replace(DIGITS, latinDigit)
    .replace(/\u066b/g, ".")
    .replace(/\u066c/g, ",")
    .replace(/[\u2212\ufe63\uff0d]/g, "-")
    .trim();
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    rest = bracketed[1];
  }
  // A currency sign or code may stand on either side of the sign, a per cent sign after the digits.
  rest = rest.replace(BEFORE, "").replace(AFTER, "").trim();
  const sign = /^[+-]/.exec(rest);
  if (sign) {
    if (sign[0] === "-") negative = !negative;
    rest = rest.slice(1).trim().replace(BEFORE, "");
  }
  const magnitude = readMagnitude(rest, locale);
  if (magnitude === null) return null;
  const decimal = negative && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude;
  return isDecimal(decimal) ? decimal : null;
}

function readMagnitude(text: string, locale: string): string | null {
  if (/^\d+$/.test(text)) return text;
  if (/^\d+(?:\.\d+)?[eE][+-]?\d{1,2}$/.test(text)) {
    const plain = String(Number(text));
    return plain.includes("e") ? null : plain;
  }
  if (!/^\d|^[.,]\d/.test(text) || /[^\d.,'’\s_]/.test(text) || text.length > 80) return null;
  const separators = text.match(/\D/g) ?? [];
  const last = separators.at(-1) ?? "";
  const kinds = new Set(separators);
  const [whole, fraction] = hasDecimals(text, last, kinds, separators.length, locale)
    ? [text.slice(0, text.lastIndexOf(last)), text.slice(text.lastIndexOf(last) + 1)]
    : [text, ""];
  if (!isGrouped(whole) || !/^\d*$/.test(fraction)) return null;
  const digits = whole.replace(/\D/g, "") || "0";
  return fraction === "" ? digits : `${digits}.${fraction}`;
}

function hasDecimals(text: string, last: string, kinds: Set<string>, count: number, locale: string): boolean {
  if (last !== "." && last !== ",") return false;
  if (kinds.size > 1) return true;
  if (count > 1) return false;
  const groupsThousands = /^[1-9]\d{0,2}\D\d{3}$/.test(text);
  return !groupsThousands || last === decimalSign(locale);
}

/** Digits alone, or in groups of two or three that end in a group of three, with one kind of separator. */
function isGrouped(whole: string): boolean {
  if (/^\d*$/.test(whole)) return true;
  const separator = /\D/.exec(whole)?.[0] ?? "";
  const [first = "", ...groups] = whole.split(separator);
  return (
    /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{2,3}$/.test(group)) && groups.at(-1)?.length === 3
  );
}

function decimalSign(locale: string): string {
  const parts = numberFormat(locale, {}).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((candidate) => code >= candidate && code < candidate + 10);
  return zero === undefined ? digit : String(code - zero);
}
