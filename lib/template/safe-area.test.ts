import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits";
import { safeAreaOf } from "./safe-area";

describe("safeAreaOf", () => {
  test.each([
    ["an e-mail hero keeps 5 % of its height on all sides", 1200, 628, [31.4, 31.4, 1137.2, 565.2]],
    ["a square", 1080, 1080, [54, 54, 972, 972]],
    ["a portrait of 4:5 is no story", 1080, 1350, [54, 54, 972, 1242]],
    ["a story keeps what apps lay over it free", 1080, 1920, [54, 268.8, 972, 1267.2]],
    ["a story of odd pixels is one", 541, 961, [27.05, 134.54, 486.9, 634.26]],
    ["a skyscraper of a web page is none", 160, 600, [8, 8, 144, 584]],
  ])("%s", (_name, width, height, wanted) => {
    const { x, y, width: across, height: down } = safeAreaOf({ width, height });
    [x, y, across, down].forEach((value, index) => {
      expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, 6);
    });
  });

  test("it lies inside every canvas and leaves most of it", () => {
    const side = fc.integer({ min: 1, max: LIMITS.canvasSide });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const area = safeAreaOf({ width, height });
        expect(area.x).toBeGreaterThan(0);
        expect(area.y).toBeGreaterThan(0);
        expect(area.x + area.width).toBeLessThan(width);
        expect(area.y + area.height).toBeLessThan(height);
        expect((area.width * area.height) / (width * height)).toBeGreaterThan(0.5);
      }),
    );
  });
});
