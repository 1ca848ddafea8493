import { expect, test } from "vitest";
import { timeAgo } from "./time-ago-text";

const NOW = Date.UTC(2026, 10, 21, 12);
const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test.each([
  [-5 * HOUR, "just now"],
  [0, "just now"],
  [44 * SECOND, "just now"],
  [50 * SECOND, "1 min. ago"],
  [59.4 * 60 * SECOND, "59 min. ago"],
  [59.6 * 60 * SECOND, "1 hr. ago"],
  [23 * HOUR, "23 hr. ago"],
  [DAY, "yesterday"],
  [9 * DAY, "9 days ago"],
  [45 * DAY, "last mo."],
  [340 * DAY, "11 mo. ago"],
  [800 * DAY, "2 yr. ago"],
])("%d ms before is %j", (elapsed, text) => {
  expect(timeAgo(new Date(NOW - elapsed), NOW)).toBe(text);
});
