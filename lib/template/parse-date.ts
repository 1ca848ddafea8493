import { dateFormat } from "./intl-formats";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY_FIRST_NAME = new RegExp(
  `^(?:[a-z]{3,9}\\.?,? +)?(\\d{1,2})(?:st|nd|rd|th)?[ -]+${MONTH_NAME},?[ -]+(\\d{4})\\b`,
  "i",
);
const MONTH_FIRST_NAME = new RegExp(
  `^(?:[a-z]{3,9}\\.?,? +)?${MONTH_NAME} +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})\\b`,
  "i",
);

/**
 * Reads a calendar date: ISO 8601 with or without a time, `20261121`, `11/21/2026`, `21.11.2026`, `21-11-2026`,
 * `2026/11/21`, `Nov 21, 2026`, `21 November 2026`, RFC 2822, and Unix time in seconds or milliseconds. The day is
 * the one that is written: a time and its zone are not used to move it. Of `a/b/year` where both could be a month,
 * the locale's order decides. Dates before the year 1000 are the zero dates of databases and count as none.
 * Gives midnight UTC in milliseconds, or null.
 */
export function parseDate(text: string, locale: string): number | null {
  const written = text.trim();
  if (written.length > 80) return null;
  if (/^\d{10}$/.test(written)) return midnight(Number(written) * 1000);
  if (/^\d{13}$/.test(written)) return midnight(Number(written));

  const yearFirst =
    /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:$|[T ])/.exec(written) ??
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|[T ])/.exec(written);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[3], yearFirst[4]);

  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:$|[T ,])/.exec(written);
  if (numeric) {
    const [, first = "", separator = "", second = "", year = ""] = numeric;
    const fullYear = year.length === 4 ? year : String(Number(year) + (Number(year) < 70 ? 2000 : 1900));
    return readsMonthFirst(first, second, separator, locale)
      ? dateOf(fullYear, first, second)
      : dateOf(fullYear, second, first);
  }
  const named = DAY_FIRST_NAME.exec(written);
  if (named) return dateOf(named[3], monthNumber(named[2]), named[1]);
  const american = MONTH_FIRST_NAME.exec(written);
  if (american) return dateOf(american[3], monthNumber(american[1]), american[2]);
  return null;
}

function readsMonthFirst(first: string, second: string, separator: string, locale: string): boolean {
  if (Number(first) > 12) return false;
  if (Number(second) > 12) return true;
  if (separator === ".") return false;
  const order = dateFormat(locale, "short")
    .formatToParts(0)
    .map(({ type }) => type);
  return order.indexOf("month") < order.indexOf("day");
}

function monthNumber(name = ""): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1000 && y <= 9999)) return null;
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.getTime() : null;
}

function midnight(milliseconds: number): number {
  return milliseconds - (((milliseconds % 86_400_000) + 86_400_000) % 86_400_000);
}
