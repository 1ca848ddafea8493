/**
 * A zone to choose: its IANA name, its name for people, and how far its clocks are from UTC now. The offset is told of
 * common zones alone, for asking it of all of them would be felt.
 */
export type TimeZone = { value: string; label: string; offset: string; isCommon: boolean };

/** Clocks that most senders' dates go by, from west to east. */
const COMMON: readonly string[] = [
  "Pacific/Honolulu",
  "America/Anchorage",
  "America/Los_Angeles",
  "America/Denver",
  "America/Chicago",
  "America/New_York",
  "America/Sao_Paulo",
  "UTC",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Athens",
  "Europe/Istanbul",
  "Africa/Johannesburg",
  "Asia/Dubai",
  "Asia/Kolkata",
  "Asia/Bangkok",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Pacific/Auckland",
];

/**
 * All zones: that of this device, the chosen one and the common ones first, then every one that the browser knows, by
 * name. `now` is the time whose offsets are told, ms since 1970.
 */
export function timeZones(chosen: string, now: number): TimeZone[] {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const common = new Set([here, chosen, ...COMMON]);
  const all = new Set([...common, ...Intl.supportedValuesOf("timeZone")]);
  return [...all].map((value) => ({
    value,
    label: nameOfZone(value),
    offset: common.has(value) ? offsetOf(value, now) : "",
    isCommon: common.has(value),
  }));
}

/** The name for people: `America/Argentina/Buenos_Aires` is `America, Argentina, Buenos Aires`. */
export function nameOfZone(zone: string): string {
  return zone.replaceAll("_", " ").replaceAll("/", ", ");
}

function offsetOf(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now);
  return (
    parts
      .find(({ type }) => type === "timeZoneName")
      ?.value.replace("GMT", "UTC")
      .replace("+0", "") ?? ""
  );
}
