import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Framing, placePicture } from "@/lib/paint/picture-place";
import { focusAt, pullPicture, scalePicture, stepFocus } from "./crop-moves";

const picture = { width: 400, height: 200 };
/** The picture fills the box's height: it is drawn 200 px wide, 100 px more than the box. */
const framing: Framing = { width: 100, height: 100, fit: "cover", focalX: 0.5, focalY: 0.5, zoom: 1 };
const placeAfter = (crop: object, from = framing) => placePicture({ ...from, ...crop }, picture);

describe("a picture in its frame", () => {
  test("follows the hand, and stops where it would leave a gap", () => {
    expect(placeAfter(pullPicture(framing, picture, { x: 20, y: 0 })).x).toBeCloseTo(-30, 6);
    expect(placeAfter(pullPicture(framing, picture, { x: 900, y: 0 })).x).toBeCloseTo(0, 6);
    expect(placeAfter(pullPicture(framing, picture, { x: -900, y: 0 })).x).toBeCloseTo(-100, 6);
  });

  test("keeps its focal point across where it has no room to move", () => {
    const from = { ...framing, focalY: 0.2 };
    expect(pullPicture(from, picture, { x: 10, y: 40 }).focalY).toBe(0.2);
    expect(pullPicture({ ...from, zoom: 2 }, picture, { x: 0, y: 10 }).focalY).toBeLessThan(0.2);
  });

  test("that is shown whole moves inside its frame", () => {
    const whole: Framing = { ...framing, fit: "contain" };
    expect(placeAfter(pullPicture(whole, picture, { x: 0, y: -10 }), whole).y).toBeCloseTo(15, 6);
  });

  test("grows about the pointer while it can, from 1 to 10 times", () => {
    const about = { x: 30, y: 60 };
    const before = placeAfter({});
    const crop = scalePicture(framing, picture, 2, about);
    const after = placeAfter(crop);
    expect(crop.zoom).toBe(2);
    expect((about.x - after.x) / after.width).toBeCloseTo((about.x - before.x) / before.width, 3);
    expect((about.y - after.y) / after.height).toBeCloseTo((about.y - before.y) / before.height, 3);
    expect(scalePicture(framing, picture, 0.1, about).zoom).toBe(1);
    expect(scalePicture(framing, picture, 99, about).zoom).toBe(10);
  });

  test("has its focal point under the handle", () => {
    expect(focusAt(framing, { x: 25, y: 130 })).toEqual({ focalX: 0.25, focalY: 1, zoom: 1 });
    expect(stepFocus(framing, { x: -0.7, y: 0.01 })).toEqual({ focalX: 0, focalY: 0.51, zoom: 1 });
  });
});

const side = fc.integer({ min: 10, max: 500 });
const share = fc.integer({ min: 0, max: 100 }).map((part) => part / 100);
const number = fc.integer({ min: -600, max: 600 });

test("a frame that was filled stays filled, whatever is done to its picture", () => {
  fc.assert(
    fc.property(
      fc.record({
        width: side,
        height: side,
        focalX: share,
        focalY: share,
        zoom: fc.constantFrom(1, 1.7, 10),
      }),
      fc.record({ width: side, height: side }),
      fc.record({ x: number, y: number }),
      fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
      (box, size, by, factor) => {
        const from: Framing = { ...box, fit: "cover" };
        for (const crop of [
          pullPicture(from, size, by),
          scalePicture(from, size, factor, by),
          focusAt(from, by),
        ]) {
          const { x, y, width, height } = placePicture({ ...from, ...crop }, size);
          expect(Math.max(x, y)).toBeLessThanOrEqual(1e-6);
          expect(x + width).toBeGreaterThanOrEqual(box.width - 1e-6);
          expect(y + height).toBeGreaterThanOrEqual(box.height - 1e-6);
        }
      },
    ),
  );
});
