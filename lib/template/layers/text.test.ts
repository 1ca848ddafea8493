import { expect, test } from "vitest";
import { textEntry } from "./text";

const CANVAS = { width: 1200, height: 628 };

test("scaling a text scales its outline and highlight, inside their limits", () => {
  const layer = {
    ...textEntry.create("a", CANVAS),
    stroke: { color: "#000000", width: 4 },
    highlight: { color: "#ffff00", paddingX: 10, paddingY: 4, radius: 300 },
  };
  expect(textEntry.scale(layer, 2)).toMatchObject({
    stroke: { color: "#000000", width: 8 },
    highlight: { color: "#ffff00", paddingX: 20, paddingY: 8, radius: 500 },
  });
  expect(textEntry.scale(layer, 0.001).stroke?.width).toBe(0.1);
  expect(textEntry.scale({ ...layer, stroke: null, highlight: null }, 2)).toMatchObject({
    stroke: null,
    highlight: null,
  });
});

test("the smallest size is asked for where text shrinks, the lines where it is cut short", () => {
  const [, fit] = textEntry.sections;
  const shown = (layer: Parameters<typeof textEntry.scale>[0]) =>
    fit?.controls.filter((control) => control.when?.(layer) ?? true).map((control) => control.label);
  const layer = textEntry.create("a", CANVAS);
  expect(shown({ ...layer, fit: "shrink" })).toEqual(["Fit", "Smallest size"]);
  expect(shown({ ...layer, fit: "ellipsis" })).toEqual(["Fit", "Most lines (0: all that fit)"]);
  expect(shown({ ...layer, fit: "fixed" })).toEqual(["Fit"]);
});
