import { expect, test } from "vitest";
import { asBusy } from "./as-busy";
import { CompileFailure } from "./engine/quarantine";

const ended = new DOMException("The task has been aborted", "AbortError");

test("a thread that was ended is a busy moment, whatever it was making", () => {
  for (const cause of [ended, new CompileFailure(ended)]) {
    expect(asBusy(cause)).toMatchObject({ code: "unavailable", details: { retryAfter: 5 } });
  }
});

test("any other fault is what it is", () => {
  const fault = new CompileFailure(new Error("no font"));
  expect(asBusy(fault)).toBe(fault);
  expect(asBusy("x")).toBe("x");
});
