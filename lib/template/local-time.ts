import { clockFormat } from "./intl-formats";

/**
 * What clocks in a time zone show at a moment, as the moment at which clocks in UTC show the same. Milliseconds since
 * 1970; the zone by its IANA name, and UTC for one that `Intl` does not know.
 */
export function localTime(moment: number, timeZone: string): number {
  if (timeZone === "UTC") return moment;
  const parts = clockFormat(timeZone).formatToParts(moment);
  const shown = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  const day = Date.UTC(shown("year"), shown("month") - 1, shown("day"));
  const minutes = shown("hour") * 60 + shown("minute");
  return day + minutes * 60_000 + shown("second") * 1000 + (moment - Math.floor(moment / 1000) * 1000);
}
