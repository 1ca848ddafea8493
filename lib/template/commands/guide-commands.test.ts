import { describe, expect, test } from "vitest";
import { createDocument } from "../create-document";
import { LIMITS } from "../limits";
import { addGuide, moveGuide, removeGuide } from "./guide-commands";

const blank = createDocument({ width: 1200, height: 628, displayWidth: 600 });
const [upright, level] = [
  { axis: "x", at: 120 },
  { axis: "y", at: -40 },
] as const;
const two = addGuide(addGuide(blank, { guide: upright }), { guide: level });

describe("guides", () => {
  test("are drawn, moved and taken away", () => {
    expect(two.guides).toEqual([upright, level]);
    expect(moveGuide(two, { index: 1, at: 300 }).guides).toEqual([upright, { axis: "y", at: 300 }]);
    expect(removeGuide(two, { index: 0 }).guides).toEqual([level]);
  });

  test("what changes nothing leaves the document itself", () => {
    expect(addGuide(two, { guide: { ...upright } })).toBe(two);
    expect(moveGuide(two, { index: 0, at: 120 })).toBe(two);
    expect(moveGuide(two, { index: 7, at: 120 })).toBe(two);
    expect(removeGuide(two, { index: 2 })).toBe(two);
    expect(moveGuide(two, { index: 0, at: LIMITS.coordinate + 1 })).toBe(two);
  });

  test("there are at most so many", () => {
    const full = Array.from({ length: LIMITS.guides }, (_, at) => ({ axis: "x" as const, at })).reduce(
      (doc, guide) => addGuide(doc, { guide }),
      blank,
    );
    expect(full.guides).toHaveLength(LIMITS.guides);
    expect(addGuide(full, { guide: { axis: "y", at: 3 } })).toBe(full);
  });
});
