import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gradient } from "../../controls/gradient-stops";
import { angleTo, lineOf, pointAlong, shareAlong } from "./gradient-lines";

const stops = [
  { offset: 0, color: "#000000" },
  { offset: 1, color: "#ffffff" },
];
const linear = (angle: number): Gradient => ({ kind: "linear", angle, stops });
const side = fc.integer({ min: 10, max: 900 });
const angle = fc.integer({ min: 0, max: 359 });

test("pulling either end to where it stands keeps the angle", () => {
  fc.assert(
    fc.property(side, side, angle, (width, height, degrees) => {
      const { from, to } = lineOf(linear(degrees), { width, height });
      expect(angleTo({ width, height }, to, "to", false)).toBe(degrees);
      expect(angleTo({ width, height }, from, "from", false)).toBe(degrees);
    }),
  );
});

test("an end points where CSS says: 0 up, 90 to the right; Shift turns in steps", () => {
  const size = { width: 100, height: 60 };
  expect(angleTo(size, { x: 50, y: -20 }, "to", false)).toBe(0);
  expect(angleTo(size, { x: 90, y: 30 }, "to", false)).toBe(90);
  expect(angleTo(size, { x: 90, y: 30 }, "from", false)).toBe(270);
  expect(angleTo(size, { x: 90, y: 37 }, "to", true)).toBe(105);
});

test("a place on the line is found again beside it, and ends at its ends", () => {
  fc.assert(
    fc.property(side, side, angle, fc.integer({ min: 0, max: 100 }), (width, height, degrees, percent) => {
      const line = lineOf(linear(degrees), { width, height });
      const at = pointAlong(line, percent / 100);
      const across = { x: at.x - (line.to.y - line.from.y), y: at.y + (line.to.x - line.from.x) };
      expect(shareAlong(line, at)).toBeCloseTo(percent / 100, 6);
      expect(shareAlong(line, across)).toBeCloseTo(percent / 100, 6);
      expect(shareAlong(line, pointAlong(line, 7))).toBe(1);
    }),
  );
});

test("a radial gradient goes from the middle to the side", () => {
  expect(lineOf({ kind: "radial", stops }, { width: 100, height: 60 })).toEqual({
    from: { x: 50, y: 30 },
    to: { x: 100, y: 30 },
  });
});
