import { beforeEach, expect, it } from "vitest";
import { createSourceBreaker, type SourceBreaker } from "./source-breaker";

let clock: number;
let breaker: SourceBreaker;

beforeEach(() => {
  clock = 0;
  breaker = createSourceBreaker(() => clock);
});

function fail(times: number, source = "a"): void {
  for (let time = 0; time < times; time += 1) breaker.failed(source);
}

it("opens at five failures in half a minute, for this source alone", () => {
  fail(4);
  expect(breaker.enter("a")).toBe(true);
  fail(1);
  expect(breaker.enter("a")).toBe(false);
  expect(breaker.openUntil("a")).toBe(30_000);
  expect(breaker.enter("b")).toBe(true);
});

it("does not open at failures that lie apart, or few among many successes", () => {
  for (; clock < 400_000; clock += 8_000) fail(1);
  expect(breaker.enter("a")).toBe(true);
  for (let time = 0; time < 20; time += 1) breaker.succeeded("b");
  fail(5, "b");
  expect(breaker.enter("b")).toBe(true);
});

it("lets one try after the rest, and closes when that goes well", () => {
  fail(5);
  clock = 29_999;
  expect(breaker.enter("a")).toBe(false);
  clock = 30_000;
  expect([breaker.enter("a"), breaker.enter("a"), breaker.enter("a")]).toEqual([true, false, false]);
  breaker.succeeded("a");
  expect([breaker.enter("a"), breaker.enter("a")]).toEqual([true, true]);
  expect(breaker.openUntil("a")).toBeNull();
});

it("rests twice as long when the trial fails, up to five minutes", () => {
  fail(5);
  const rests: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const until = breaker.openUntil("a") ?? 0;
    rests.push(until - clock);
    clock = until;
    expect(breaker.enter("a")).toBe(true);
    breaker.failed("a");
  }
  expect(rests).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
});

it("gives the trial to another one when it told nothing, or never ended", () => {
  fail(5);
  clock = 30_000;
  expect(breaker.enter("a")).toBe(true);
  breaker.left("a");
  expect(breaker.enter("a")).toBe(true);
  clock += 10_000;
  expect(breaker.enter("a")).toBe(true);
});

it("what was sent before the rest says nothing of now", () => {
  fail(5);
  breaker.succeeded("a");
  fail(3);
  expect(breaker.enter("a")).toBe(false);
  expect(breaker.openUntil("a")).toBe(30_000);
});

it("settles where a source is well and ill by turns: the rests grow, and are short again after it held", () => {
  let asked = 0;
  // Well for one minute, ill for the next, asked every second for an hour.
  for (; clock < 3_600_000; clock += 1_000) {
    if (!breaker.enter("a")) continue;
    asked += 1;
    if (Math.floor(clock / 60_000) % 2 === 0) breaker.succeeded("a");
    else breaker.failed("a");
  }
  expect(asked).toBeLessThan(1_200);
  for (; clock < 4_800_000; clock += 1_000) if (breaker.enter("a")) breaker.succeeded("a");
  fail(40);
  expect((breaker.openUntil("a") ?? 0) - clock).toBe(30_000);
});
