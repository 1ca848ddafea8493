import { beforeEach, expect, it } from "vitest";
import { type Breaker, createBreaker } from "./breaker";

let clock: number;
let breaker: Breaker;

beforeEach(() => {
  clock = 0;
  breaker = createBreaker({ failures: 3, withinMs: 1000, restMs: 500 }, () => clock);
});

function fail(key: string, times: number): void {
  for (let time = 0; time < times; time += 1) breaker.failed(key);
}

it("opens at so many failures, for its own key, and closes again after the rest", () => {
  fail("a", 2);
  expect(breaker.isOpen("a")).toBe(false);
  fail("a", 1);
  expect(breaker.isOpen("a")).toBe(true);
  expect(breaker.isOpen("b")).toBe(false);
  clock = 499;
  expect(breaker.isOpen("a")).toBe(true);
  clock = 500;
  expect(breaker.isOpen("a")).toBe(false);
});

it("opens again at the first failure after the rest, and not at one much later", () => {
  fail("a", 3);
  clock = 600;
  fail("a", 1);
  expect(breaker.isOpen("a")).toBe(true);
  clock = 3000;
  fail("a", 1);
  expect(breaker.isOpen("a")).toBe(false);
});

it("counts neither failures long apart nor those before a success", () => {
  for (clock = 0; clock < 6000; clock += 600) fail("a", 1);
  expect(breaker.isOpen("a")).toBe(false);
  fail("b", 2);
  breaker.succeeded("b");
  fail("b", 2);
  expect(breaker.isOpen("b")).toBe(false);
});
