/** Clocks that most senders' dates go by, from west to east. Any other zone that a document has is offered beside them. */
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

/** Zones to choose from: the common ones, that of this device and the one that is chosen. */
export function timeZoneOptions(chosen: string): { value: string; label: string }[] {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([...COMMON, here, chosen])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
}
