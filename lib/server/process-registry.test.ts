import { expect, test } from "vitest";
import { processWide, takeProcessWide } from "./process-registry";

test("a value is made once, and anew after it was taken", () => {
  let made = 0;
  const ask = () => processWide("test-value", () => ++made);
  expect([ask(), ask()]).toEqual([1, 1]);
  expect(takeProcessWide("test-value")).toBe(1);
  expect(ask()).toBe(2);
});

test("a promise that is rejected is not kept, one that is fulfilled is", async () => {
  const answers = [Promise.reject(new Error("planted")), Promise.resolve("later"), Promise.resolve("never")];
  const ask = () => processWide("test-promise", () => answers.shift());
  await expect(ask()).rejects.toThrow("planted");
  expect(await ask()).toBe("later");
  expect(await ask()).toBe("later");
});

test("a late rejection does not throw out what has taken its place", async () => {
  let fail = (_: Error) => {};
  const first = processWide("test-late", () => new Promise<string>((_, reject) => (fail = reject)));
  takeProcessWide("test-late");
  const second = processWide("test-late", () => Promise.resolve("second"));
  fail(new Error("planted"));
  await expect(first).rejects.toThrow("planted");
  expect(processWide("test-late", () => Promise.resolve("third"))).toBe(second);
});
