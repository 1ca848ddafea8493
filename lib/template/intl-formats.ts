import { safeLocale } from "./safe-locale";

/**
 * Formatters by their options: making one costs a hundred times what using it does. The options are fixed so that
 * Node and browsers of different ages agree: Latin digits, Gregorian calendar, UTC, one kind of no-break space.
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
