import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "./create-document";
import { DRAWN_SHAPES } from "./layers/drawn-shapes";
import { shapeEntry } from "./layers/shape";
import { LIMITS } from "./limits";
import { openDocument } from "./open-document";
import { outline, outlineCommands } from "./outline";

const passes = (data: string) => outline.safeParse(data).success;

describe("an outline", () => {
  test.each(Object.entries(DRAWN_SHAPES))("%s is one", (_, { outline: data }) => {
    expect(passes(data)).toBe(true);
  });

  test("its commands are read as they were written", () => {
    expect(outlineCommands("M1 -2.5L3 4C1 2 3 4 5 6Z")).toEqual([
      ["M", [1, -2.5]],
      ["L", [3, 4]],
      ["C", [1, 2, 3, 4, 5, 6]],
      ["Z", []],
    ]);
  });

  test.each([
    ["begins without a move", "L1 2"],
    ["relative commands", "M1 2l3 4"],
    ["arcs", "M1 2A1 1 0 0 1 3 4"],
    ["too few numbers", "M1 2L3"],
    ["too many numbers", "M1 2L3 4 5"],
    ["commas", "M1,2"],
    ["two spaces", "M1  2"],
    ["exponents", "M1e5 2"],
    ["far away", "M100 2"],
    ["no end of digits", "M1 0.12345"],
    ["markup", 'M1 2"/><script>'],
    ["an address", "M1 2Zurl(https://example.com)"],
    ["a line break", "M1 2\n"],
    ["too long", "M1 2".padEnd(LIMITS.outline, "Z").concat("Z")],
  ])("%s is refused", (_, data) => {
    expect(passes(data)).toBe(false);
  });

  test("a shape from before outlines opens with an empty one, and that is no repair", () => {
    const { outline: _, ...shape } = shapeEntry.create("old", { width: 100, height: 50 });
    const stored = { ...createDocument({ width: 100, height: 50, displayWidth: 50 }), layers: [shape] };
    const { document, repairs } = openDocument(stored);
    expect(repairs).toEqual([]);
    expect(document.layers[0]).toMatchObject({ id: "old", outline: "" });
  });

  test("what passes holds nothing but what path data may hold", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[MLCZ0-9 .-]{0,40}$/), (data) => {
        if (passes(data)) expect(data).toMatch(/^(?:M[^a-z]*)?$/);
        expect(passes(`${data}"`)).toBe(false);
      }),
    );
  });
});
