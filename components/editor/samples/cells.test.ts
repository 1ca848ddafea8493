import { expect, test } from "vitest";
import { blockOf, type Cell, cellForKey, cellForTab, isInside } from "./cells";

const size = { rows: 4, columns: 3 };
const at = (row: number, column: number): Cell => ({ row, column });

test.each([
  ["ArrowUp", at(0, 1), false, at(0, 1)],
  ["ArrowDown", at(0, 1), false, at(1, 1)],
  ["ArrowDown", at(0, 1), true, at(3, 1)],
  ["ArrowRight", at(2, 2), false, at(2, 2)],
  ["ArrowLeft", at(2, 2), true, at(2, 0)],
  ["Home", at(2, 2), false, at(2, 0)],
  ["End", at(2, 0), true, at(3, 2)],
  ["PageDown", at(0, 0), false, at(3, 0)],
  ["x", at(0, 0), false, null],
] as const)("%s from %j, to the edge: %s", (key, from, toEdge, to) => {
  expect(cellForKey(key, from, size, toEdge)).toEqual(to);
});

test("Tab goes on in the next row and leaves the table at its ends", () => {
  expect(cellForTab(at(0, 2), 1, size)).toEqual(at(1, 0));
  expect(cellForTab(at(1, 0), -1, size)).toEqual(at(0, 2));
  expect(cellForTab(at(3, 2), 1, size)).toBeNull();
  expect(cellForTab(at(0, 0), -1, size)).toBeNull();
});

test("a block has its corners in any order", () => {
  const block = blockOf(at(3, 0), at(1, 2));
  expect(block).toEqual({ top: 1, bottom: 3, left: 0, right: 2 });
  expect([isInside(block, at(2, 1)), isInside(block, at(0, 1))]).toEqual([true, false]);
});
