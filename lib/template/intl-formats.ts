import { safeLocale } from "./safe-locale";
import { safeTimeZone } from "./safe-time-zone";

/**
 * Formatters by their options: making one costs a hundred times what using it does. The options are fixed so that
 * Node and browsers of different ages agree: Latin digits, Gregorian calendar, a named zone, one kind of no-break space.
 */

const MOST_KEPT = 200;
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, JSON.stringify([locale, options]), () => {
    return new Intl.NumberFormat(safeLocale(locale), { ...options, numberingSystem: "latn" });
  });
}

export function dateFormat(
  locale: string,
  dateStyle: "short" | "medium" | "long" | "full",
): Intl.DateTimeFormat {
  return kept(dates, `${locale} ${dateStyle}`, () => {
    const fixed = { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" } as const;
    return new Intl.DateTimeFormat(safeLocale(locale), { dateStyle, ...fixed });
  });
}

/** Date and time of day of clocks in a time zone, each part a number. */
export function clockFormat(timeZone: string): Intl.DateTimeFormat {
  return kept(dates, `clock ${timeZone}`, () => {
    const day = { year: "numeric", month: "numeric", day: "numeric" } as const;
    const time = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
    const fixed = { timeZone: safeTimeZone(timeZone), calendar: "gregory", numberingSystem: "latn" } as const;
    return new Intl.DateTimeFormat("en-US", { ...day, ...time, ...fixed });
  });
}

/** Versions of Unicode's locale data differ in which narrow or no-break space they write. */
export function sameSpaces(text: string): string {
  return text.replace(/[\u202f\u2009]/g, "\u00a0");
}

function kept<T>(formats: Map<string, T>, name: string, create: () => T): T {
  const known = formats.get(name);
  if (known !== undefined) return known;
  if (formats.size >= MOST_KEPT) formats.clear();
  const created = create();
  formats.set(name, created);
  return created;
}
