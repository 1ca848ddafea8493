import { expect, test } from "vitest";
import { borrowCopy, giveBack } from "./frame-memory";

test("a frame is made in memory that was given back, and never in memory that was not", () => {
  const first = borrowCopy(Uint8Array.of(1, 2, 3));
  const second = borrowCopy(Uint8Array.of(4, 5, 6));
  expect(second).not.toBe(first);
  giveBack(first);
  const third = borrowCopy(Uint8Array.of(7, 8, 9));
  expect(third).toBe(first);
  expect([...third, ...second]).toEqual([7, 8, 9, 4, 5, 6]);
  expect(borrowCopy(Uint8Array.of(0, 0, 0))).not.toBe(third);
});

test("memory is kept for few lengths, and not for huge frames", () => {
  const isKept = (length: number, others: readonly number[] = []) => {
    const memory = borrowCopy(new Uint8Array(length));
    giveBack(memory);
    for (const other of others) giveBack(borrowCopy(new Uint8Array(other)));
    return borrowCopy(new Uint8Array(length)) === memory;
  };
  expect(isKept(10)).toBe(true);
  expect(isKept(10, [11, 12])).toBe(true);
  expect(isKept(10, [11, 12, 13])).toBe(false);
  expect(isKept(17 * 1024 * 1024)).toBe(false);
});
