import { expect, test } from "vitest";
import { gridStep, type Place } from "./grid-step";

/** Two rows of three and one of one, as a grid of cards wraps. */
const PLACES: Place[] = [0, 1, 2, 3, 4, 5, 6].map((index) => ({
  left: (index % 3) * 100,
  top: Math.floor(index / 3) * 80,
  width: 90,
}));

test.each([
  [0, "ArrowRight", 1],
  [2, "ArrowRight", 3],
  [6, "ArrowRight", null],
  [3, "ArrowLeft", 2],
  [0, "ArrowLeft", null],
  [1, "ArrowDown", 4],
  [4, "ArrowUp", 1],
  [5, "ArrowDown", 6],
  [6, "ArrowDown", null],
  [6, "ArrowUp", 3],
  [1, "ArrowUp", null],
  [4, "Home", 0],
  [0, "Home", null],
  [0, "End", 6],
  [0, "a", null],
  [9, "ArrowLeft", null],
])("from place %i, %s leads to %j", (from, key, to) => {
  expect(gridStep(PLACES, from, key)).toBe(to);
});
