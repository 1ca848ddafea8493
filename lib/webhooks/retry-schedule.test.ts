import { expect, test } from "vitest";
import { JITTER, nextTry, RETRY_PAUSES } from "./retry-schedule";

const NOW = new Date(Date.UTC(2026, 5, 1, 12));
const HOUR = 60 * 60_000;

/** Hours from the first try to the last. */
function hours(chance: number): number {
  let at = NOW;
  for (let tries = 1; ; tries += 1) {
    const next = nextTry(tries, at, chance);
    if (next === null) return (at.getTime() - NOW.getTime()) / HOUR;
    at = next;
  }
}

test("eight tries in 28 hours to 3 days, whatever chance says", () => {
  expect(RETRY_PAUSES).toHaveLength(7);
  for (const chance of [0, 0.5, 0.999]) {
    expect(hours(chance)).toBeGreaterThan(28);
    expect(hours(chance)).toBeLessThan(72);
  }
  expect(hours(0.5)).toBeCloseTo(31.585, 2);
});

test("each pause is longer than the one before, and chance moves it by a tenth at most, both ways", () => {
  for (const [index, pause] of RETRY_PAUSES.entries()) {
    const at = (chance: number) => (nextTry(index + 1, NOW, chance)?.getTime() ?? 0) - NOW.getTime();
    expect(at(0)).toBe(Math.round(pause * (1 - JITTER)));
    expect(at(0.5)).toBe(pause);
    expect(at(0.999999)).toBeCloseTo(pause * (1 + JITTER), -3);
    if (index > 0) expect(pause).toBeGreaterThan(RETRY_PAUSES[index - 1] ?? 0);
  }
  expect(nextTry(8, NOW, 0.5)).toBeNull();
});
