import fc from "fast-check";
import { expect, test } from "vitest";
import { localTime } from "./local-time";

test.each([
  ["2026-11-21T14:30:00.250Z", "UTC", "2026-11-21T14:30:00.250Z"],
  ["2026-11-22T01:00:00.250Z", "America/Los_Angeles", "2026-11-21T17:00:00.250Z"],
  ["2026-07-01T00:30:00.000Z", "America/Los_Angeles", "2026-06-30T17:30:00.000Z"],
  ["2026-11-21T18:15:00.001Z", "Asia/Kathmandu", "2026-11-22T00:00:00.001Z"],
  ["2026-11-21T12:00:00.000Z", "Pacific/Kiritimati", "2026-11-22T02:00:00.000Z"],
  ["2026-11-21T14:30:00.000Z", "Europe/Atlantis", "2026-11-21T14:30:00.000Z"],
  ["2026-11-21T14:30:00.000Z", "+02:00", "2026-11-21T14:30:00.000Z"],
  ["2026-11-21T14:30:00.000Z", "", "2026-11-21T14:30:00.000Z"],
])("at %s clocks in %j show %s", (moment, zone, shown) => {
  expect(new Date(localTime(Date.parse(moment), zone)).toISOString()).toBe(shown);
});

test("is whole minutes from UTC, 15 hours at most", () => {
  const zones = fc.constantFrom(
    "America/Los_Angeles",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Africa/Casablanca",
  );
  const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const offset = localTime(moment, zone) - moment;
      expect(Math.abs(offset)).toBeLessThanOrEqual(15 * 3_600_000);
      expect(Math.abs(offset % 60_000)).toBe(0);
    }),
  );
});
