import { expect, test } from "vitest";
import { localMoment, momentOf } from "./local-moment";

test("a moment comes back from the field as it went in, to the minute", () => {
  const moment = new Date("2026-11-28T15:32:00Z");
  expect(momentOf(localMoment(moment))).toEqual(moment);
  expect(localMoment(new Date(2026, 0, 5, 7, 3))).toBe("2026-01-05T07:03");
});

test("nothing typed is no moment, and nonsense is none either", () => {
  expect(localMoment(null)).toBe("");
  expect(momentOf("")).toBeNull();
  expect(momentOf("soon")).toBeUndefined();
});
