import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDate } from "./parse-date";
import { parseMoment, type Written } from "./parse-moment";
import { HOSTILE_VALUES } from "./testing/hostile-values";

test.each<[string, Written["kind"], string]>([
  ["2026-11-21", "day", "2026-11-21T00:00:00.000Z"],
  ["21.11.2026", "day", "2026-11-21T00:00:00.000Z"],
  ["2026-11-21T14:31", "local", "2026-11-21T14:31:00.000Z"],
  ["2026-11-21 16:31:00.123456", "local", "2026-11-21T16:31:00.123Z"],
  ["2026-11-21T14:31:00Z", "moment", "2026-11-21T14:31:00.000Z"],
  ["2026-11-21T16:29:00+0200", "moment", "2026-11-21T14:29:00.000Z"],
  ["2026-11-21T16:29:00.5-05:30", "moment", "2026-11-21T21:59:00.500Z"],
  ["Sat, 21 Nov 2026 20:00:00 GMT", "moment", "2026-11-21T20:00:00.000Z"],
  ["21 Nov 2026 20:00 -0800", "moment", "2026-11-22T04:00:00.000Z"],
  ["Sat, 21 Nov 2026 20:00:00 PST", "moment", "2026-11-22T04:00:00.000Z"],
  [
    "Sat Nov 21 2026 10:00:00 GMT+0100 (Central European Standard Time)",
    "moment",
    "2026-11-21T09:00:00.000Z",
  ],
  ["11/21/2026 8:30 PM", "local", "2026-11-21T20:30:00.000Z"],
  ["Nov 21, 2026, 12:05 a.m.", "local", "2026-11-21T00:05:00.000Z"],
  ["2026-11-21 25:00", "day", "2026-11-21T00:00:00.000Z"],
  ["2026-11-21 20:61", "day", "2026-11-21T00:00:00.000Z"],
  ["2026-11-21 14:30 PM", "day", "2026-11-21T00:00:00.000Z"],
  ["1795271400", "moment", "2026-11-21T14:30:00.000Z"],
  ["1795271400123", "moment", "2026-11-21T14:30:00.123Z"],
])("%j is a %s, %s", (text, kind, at) => {
  expect(parseMoment(text, "en-US")).toEqual({ kind, at: Date.parse(at) });
});

test("reads any text that holds a date, and no other", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(...HOSTILE_VALUES, "2026-11-21 9:00".padEnd(80), " ".repeat(4000)),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(parseMoment(each, "en-US") === null).toBe(parseDate(each, "en-US") === null);
    }),
  );
});

test("dates as programs write them are the moment they were", () => {
  const dates = fc.date({ min: new Date("1970-01-02"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      const second = Math.floor(date.getTime() / 1000) * 1000;
      expect(parseMoment(date.toISOString(), "en-US")?.at).toBe(date.getTime());
      expect(parseMoment(date.toUTCString(), "en-US")?.at).toBe(second);
      expect(parseMoment(date.toString(), "en-US")?.at).toBe(second);
    }),
  );
});
