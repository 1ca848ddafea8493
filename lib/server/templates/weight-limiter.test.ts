import { expect, test } from "vitest";
import { createWeightLimiter } from "./weight-limiter";

test("one person may ask so often in a minute; others are not kept waiting", () => {
  let now = 1_000_000;
  const limiter = createWeightLimiter(() => now);
  for (let ask = 0; ask < 20; ask += 1) expect(limiter.attempt("usr_a")).toBe(0);
  now += 20_000;
  expect(limiter.attempt("usr_a")).toBe(40_000);
  expect(limiter.attempt("usr_b")).toBe(0);
  now += 40_000;
  expect(limiter.attempt("usr_a")).toBe(0);
});
