import { cleanValue } from "./clean-value";
import { DEFAULT_FORMAT, type FieldType } from "./field";
import { formatValue } from "./format-value";
import { parseDate } from "./parse-date";
import { parseNumber } from "./parse-number";
import type { Rule, RuleTest } from "./primitives";

/** The value a field was given, cleaned and on one line; it is read in the field's own locale. */
export type Given = {
  text: string;
  /** The text as texts are compared. */
  folded: string;
  type: FieldType;
  locale: string;
};

/** What rules may ask of a value of a field. */
export function givenOf(raw: string, type: FieldType, locale: string): Given {
  const text = cleanValue(raw).trim().replace(/\s+/gu, " ");
  return { text, folded: folded(text), type, locale };
}

/** What rules may ask. */
export type Facts = {
  /** null when the field has no value, or when there is no such field. */
  given(key: string): Given | null;
  /** Milliseconds since 1970, or null when the time is not known: then nothing is before or after it. */
  now: number | null;
};

/** What a comparison with the time is called instead of a date. */
const CLOCK = /^(?:today|now)$/i;

/** Whether the outcome of the test moves with the time. */
export function readsClock({ is, value }: RuleTest): boolean {
  return (is === "before" || is === "after") && CLOCK.test(value.trim());
}

/** Whether the rule's condition holds. Every test is asked, so that every missing field is told. */
export function holds({ match, tests }: Rule["when"], facts: Facts): boolean {
  const results = tests.map((test) => passes(test, facts));
  return match === "all" ? !results.includes(false) : results.includes(true);
}

/** Whether a layer with these rules is shown, of which `holding` hold: `hide` wins, and `show` hides all others. */
export function isShown(rules: readonly Rule[], holding: readonly Rule[]): boolean {
  if (holding.some(({ then }) => then.kind === "hide")) return false;
  return !rules.some(({ then }) => then.kind === "show") || holding.some(({ then }) => then.kind === "show");
}

/**
 * One test. Without a value a field is `missing`, and it neither equals nor contains anything; so `not_equals` and
 * `not_contains` hold, and are always the opposite of their twins. All else is false.
 * - equals: as numbers, days, colours or yes and no in fields of these types where both can be read as such, else
 *   as text, in which case, white space at the ends and composition of characters do not count.
 * - contains: as text; nothing contains an empty text.
 * - greater, less: as numbers, both read in the field's locale; false where one is none.
 * - before, after: as days, the one written in the value, see `parseDate`. `today` is the day of the clock in UTC,
 *   `now` its moment, which a value with a time of day is compared with to the millisecond.
 */
export function passes({ key, is, value }: RuleTest, facts: Facts): boolean {
  const given = facts.given(key);
  switch (is) {
    case "present":
      return given !== null;
    case "missing":
      return given === null;
    case "equals":
      return given !== null && equal(given, value);
    case "not_equals":
      return given === null || !equal(given, value);
    case "contains":
      return given !== null && contains(given, value);
    case "not_contains":
      return given === null || !contains(given, value);
    case "greater":
    case "less": {
      const number = given && parseNumber(given.text, given.locale);
      const other = given && parseNumber(value, given.locale);
      if (number === null || other === null) return false;
      return is === "greater" ? Number(number) > Number(other) : Number(number) < Number(other);
    }
    case "before":
    case "after": {
      if (given === null) return false;
      const [moment, other] = moments(given, value.trim().toLowerCase(), facts.now);
      if (moment === null || other === null) return false;
      return is === "before" ? moment < other : moment > other;
    }
  }
}

function equal({ text, folded: whole, type, locale }: Given, value: string): boolean {
  const read = (written: string): string | number | null => {
    switch (type) {
      case "number": {
        const number = parseNumber(written, locale);
        return number === null ? null : Number(number);
      }
      case "date":
        return parseDate(written, locale);
      case "boolean":
      case "color":
        return formatValue(written, { type, format: DEFAULT_FORMAT });
      default:
        return null;
    }
  };
  const known = read(text);
  const other = known === null ? null : read(value);
  return other === null ? whole === folded(value) : known === other;
}

function contains({ folded: whole }: Given, part: string): boolean {
  const sought = folded(part);
  return sought !== "" && whole.includes(sought);
}

/** Capitals have no final forms and no rules of place, so they are the same in every language. */
function folded(text: string): string {
  return text.trim().replace(/\s+/gu, " ").normalize("NFC").toUpperCase();
}

const DAY = 86_400_000;

/** The value and what it is compared with, both as milliseconds since 1970. */
function moments({ text, locale }: Given, value: string, now: number | null): [number | null, number | null] {
  const day = parseDate(text, locale);
  if (value === "now") return [momentOf(text) ?? day, now];
  if (value === "today") return [day, now === null ? null : Math.floor(now / DAY) * DAY];
  return [day, parseDate(value, locale)];
}

/** Reads a date of ISO 8601 with a time of day, in UTC unless it says otherwise, and Unix time; else null. */
function momentOf(text: string): number | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  const iso =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\d* ?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (!iso) return null;
  const [, date = "", time = "", zone = "Z"] = iso;
  const moment = Date.parse(`${date}T${time}${zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
  return Number.isNaN(moment) ? null : moment;
}
