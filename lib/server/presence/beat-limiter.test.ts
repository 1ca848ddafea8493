import { expect, test } from "vitest";
import { createBeatLimiter } from "./beat-limiter";

test("one person may say so often in a minute that a tab is open; others are not kept waiting", () => {
  let now = 1_000_000;
  const limiter = createBeatLimiter(() => now);
  for (let beat = 0; beat < 120; beat += 1) expect(limiter.attempt("usr_a")).toBe(0);
  now += 15_000;
  expect(limiter.attempt("usr_a")).toBe(45_000);
  expect(limiter.attempt("usr_b")).toBe(0);
  now += 45_000;
  expect(limiter.attempt("usr_a")).toBe(0);
});
