import fc from "fast-check";
import { expect, test } from "vitest";
import { localMoment } from "./local-moment";
import { localTime } from "./local-time";

test.each([
  ["2026-12-24T18:00:00.000Z", "UTC", "2026-12-24T18:00:00.000Z"],
  ["2026-12-24T18:00:00.000Z", "Europe/Berlin", "2026-12-24T17:00:00.000Z"],
  ["2026-07-24T18:00:00.000Z", "Europe/Berlin", "2026-07-24T16:00:00.000Z"],
  ["2026-12-24T18:00:00.000Z", "Asia/Kathmandu", "2026-12-24T12:15:00.000Z"],
  ["2026-12-24T18:00:00.000Z", "Pacific/Kiritimati", "2026-12-24T04:00:00.000Z"],
  // Summer ends: 02:30 is there twice, and the first one counts.
  ["2026-10-25T02:30:00.000Z", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25T03:00:00.000Z", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
  ["2026-11-01T01:30:00.000Z", "America/New_York", "2026-11-01T05:30:00.000Z"],
  // Summer begins: 02:30 is never there, and 03:30 is meant.
  ["2027-03-28T02:30:00.000Z", "Europe/Berlin", "2027-03-28T01:30:00.000Z"],
  ["2027-03-14T02:30:00.000Z", "America/New_York", "2027-03-14T07:30:00.000Z"],
  ["2028-02-29T23:59:59.000Z", "America/New_York", "2028-03-01T04:59:59.000Z"],
])("when clocks show %s in %s it is %s", (local, zone, moment) => {
  expect(new Date(localMoment(Date.parse(local), zone)).toISOString()).toBe(moment);
});

test("is the other way of localTime wherever clocks show a time once", () => {
  const zones = fc.constantFrom("America/Los_Angeles", "Australia/Lord_Howe", "Europe/Berlin", "Asia/Tokyo");
  const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const back = localMoment(localTime(moment, zone), zone);
      expect(localTime(back, zone)).toBe(localTime(moment, zone));
      expect(back).toBeLessThanOrEqual(moment);
    }),
    { numRuns: 500 },
  );
});
