import { cleanValue } from "./clean-value";
import { DEFAULT_FORMAT, type Field } from "./field";
import { formatValue } from "./format-value";
import { parseDate } from "./parse-date";
import { parseMoment } from "./parse-moment";
import { parseNumber } from "./parse-number";
import type { Rule, RuleTest } from "./primitives";

/** What decides how the values of a field are read. */
type Reading = Pick<Field, "type" | "format">;

/** The value a field was given, cleaned and on one line. */
export type Given = Reading & {
  text: string;
  /** The text as texts are compared. */
  folded: string;
};

/** What rules may ask of a value of a field. */
export function givenOf(raw: string, { type, format }: Reading): Given {
  const text = cleanValue(raw).trim().replace(/\s+/gu, " ");
  return { text, folded: folded(text), type, format };
}

/** What rules may ask. */
export type Facts = {
  /** null when the field has no value, or when there is no such field. */
  given(key: string): Given | null;
  /** null when the time is not known: then nothing is before or after it. */
  clock: Clock | null;
  /** Takes one test from those that a picture may ask; false when there is none left. */
  spend(): boolean;
};

/** The time, and what clocks in the document's time zone show then, see `localTime`. Milliseconds since 1970. */
export type Clock = { moment: number; local: number };

/** What a comparison with the time is called instead of a date. */
const CLOCK = /^\s*(?:today|now)\s*$/i;

/** The tests that compare a value with a day. */
const DATED: readonly RuleTest["is"][] = ["before", "after", "equals", "not_equals"];

/** Whether the outcome of the test can move with the time. Only a date equals the clock, but the type is not known here. */
export function readsClock({ is, value }: RuleTest): boolean {
  return DATED.includes(is) && CLOCK.test(value);
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
 * `not_contains` hold, and are always the opposite of their twins. All else is false, and all is once a picture has
 * asked for too much.
 * - equals: as numbers, days, colours or yes and no in fields of these types where both can be read as such, else
 *   as text, in which case, white space at the ends and composition of characters do not count. In a date field
 *   `today` and `now` are the day of the clock.
 * - contains: as text; nothing contains an empty text.
 * - greater, less: as numbers, both read in the field's locale; false where one is none.
 * - before, after: as days, the one written in the value, see `parseDate`. `today` is the day of the clock in the
 *   document's time zone. `now` is its moment, which a value with a time of day is compared with to the millisecond,
 *   on the clocks of that zone where it names none; a day without a time is after it until the day is over.
 */
export function passes({ key, is, value }: RuleTest, facts: Facts): boolean {
  const given = facts.given(key);
  if (!facts.spend()) return false;
  switch (is) {
    case "present":
      return given !== null;
    case "missing":
      return given === null;
    case "equals":
      return given !== null && equal(given, value, facts.clock);
    case "not_equals":
      return given === null || !equal(given, value, facts.clock);
    case "contains":
      return given !== null && contains(given, value);
    case "not_contains":
      return given === null || !contains(given, value);
    case "greater":
    case "less": {
      const number = given && parseNumber(given.text, given.format.locale);
      const other = given && parseNumber(value, given.format.locale);
      if (number === null || other === null) return false;
      return is === "greater" ? Number(number) > Number(other) : Number(number) < Number(other);
    }
    case "before":
    case "after": {
      if (given === null) return false;
      const [time, other] = times(given, value, facts.clock);
      if (time === null || other === null) return false;
      return is === "before" ? time < other : time > other;
    }
  }
}

/** A text as values of such a field are compared; null where it is compared as text. */
export function comparable(text: string, { type, format }: Reading): string | number | null {
  switch (type) {
    case "number": {
      const number = parseNumber(text, format.locale);
      return number === null ? null : Number(number);
    }
    case "date":
      return parseDate(text, format.locale);
    case "boolean":
    case "color":
      return formatValue(text, { type, format: DEFAULT_FORMAT });
    case "text":
    case "image":
    case "url":
      return null;
  }
}

function equal(given: Given, value: string, clock: Clock | null): boolean {
  const isClock = given.type === "date" && CLOCK.test(value);
  const known = comparable(given.text, given);
  const other = isClock ? today(clock) : comparable(value, given);
  return known === null || other === null ? given.folded === folded(value) : known === other;
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

/** The day of the clock by its midnight, as `parseDate` gives days. */
function today(clock: Clock | null): number | null {
  return clock && Math.floor(clock.local / DAY) * DAY;
}

/** The value and what it is compared with, both as milliseconds since 1970. */
function times({ text, format }: Given, value: string, clock: Clock | null): [number | null, number | null] {
  const word = value.trim().toLowerCase();
  if (word !== "now") {
    return [
      parseDate(text, format.locale),
      word === "today" ? today(clock) : parseDate(value, format.locale),
    ];
  }
  const written = parseMoment(text, format.locale);
  if (written === null || clock === null) return [null, null];
  switch (written.kind) {
    case "moment":
      return [written.at, clock.moment];
    case "local":
      return [written.at, clock.local];
    // What is good until a day is good for the whole of it.
    case "day":
      return [written.at + DAY - 1, clock.local];
  }
}
