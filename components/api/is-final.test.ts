import { expect, test } from "vitest";
import { ApiError, unreachable } from "./call-api";
import { isFinal } from "./is-final";

test("what is gone or not allowed stays so; what is busy, broken or not reached is asked again", () => {
  const of = (status: number) => isFinal(new ApiError(status, "x", "A sentence."));
  expect([401, 403, 404, 410].map(of)).toEqual([true, true, true, true]);
  expect([429, 500, 502, 503].map(of)).toEqual([false, false, false, false]);
  expect([isFinal(unreachable()), isFinal(new TypeError("x"))]).toEqual([false, false]);
});
