import { parseDate } from "./parse-date";

/**
 * A point in time as it is written, milliseconds since 1970: a `moment`, the same everywhere; the time that `local`
 * clocks show, where no zone is named; or a whole `day`, given by its midnight. The last two are as if in UTC.
 */
export type Written = { kind: "moment" | "local" | "day"; at: number };

const CLOCK =
  "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?(?: ?(?<half>[ap])\\.?m\\.?)?";
const ZONE =
  "(?: ?(?<zone>Z|UTC?|GMT|[ECMP][SD]T))?(?: ?(?<sign>[+-])(?<hours>\\d{2}):?(?<minutes>\\d{2}))?(?: ?\\([^()]*\\))?";
const TIME = new RegExp(`(?:T|,? )${CLOCK}${ZONE}$`, "i");

/** Offsets of the zones of RFC 2822 that are not UTC by another name, hours. */
const HOURS: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const MINUTE = 60_000;

/**
 * Reads the dates that `parseDate` reads together with the time of day behind them: of ISO 8601 and RFC 2822, as
 * `Date` writes itself, or `8:30 PM`. Unix time is a moment. null where there is no date.
 */
export function parseMoment(text: string, locale: string): Written | null {
  const written = text.trim();
  const day = parseDate(written, locale);
  if (day === null) return null;
  if (/^\d{10}$/.test(written)) return { kind: "moment", at: Number(written) * 1000 };
  if (/^\d{13}$/.test(written)) return { kind: "moment", at: Number(written) };
  const parts = TIME.exec(written)?.groups ?? {};
  const time = timeOfDay(parts);
  if (time === null) return { kind: "day", at: day };
  const offset = offsetOf(parts);
  return offset === null
    ? { kind: "local", at: day + time }
    : { kind: "moment", at: day + time - offset * MINUTE };
}

/** Names of parts of a time with their texts; a part that is not written is not there. */
type Parts = Readonly<Record<string, string | undefined>>;

/** Milliseconds since midnight; null for no time and for one that no clock shows. */
function timeOfDay({ hour, minute, second = "0", fraction = "0", half }: Parts): number | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000);
  return (hours * 60 + Number(minute)) * MINUTE + Number(second) * 1000 + milliseconds;
}

/** Minutes that clocks of the zone are ahead of UTC; null where none is named. */
function offsetOf({ zone, sign, hours, minutes }: Parts): number | null {
  if (sign !== undefined) return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return zone === undefined ? null : (HOURS[zone.toUpperCase()] ?? 0) * 60;
}
