import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyToPoint,
  type Box,
  boundsInParent,
  centreOf,
  cornersOf,
  invert,
  localToParent,
  moveBox,
  multiply,
  normaliseAngle,
  rotateBox,
} from "./geometry";
import { type Handle, handleDirection, resizeBox } from "./resize-box";

const length = fc.double({ min: -2000, max: 2000, noNaN: true });
const side = fc.double({ min: 1, max: 2000, noNaN: true });
const box: fc.Arbitrary<Box> = fc.record({
  x: length,
  y: length,
  width: side,
  height: side,
  rotation: fc.double({ min: -360, max: 360, noNaN: true }),
});
const handle = fc.constantFrom<Handle>("n", "ne", "e", "se", "s", "sw", "w", "nw");

describe("angles", () => {
  test.each([
    [0, 0],
    [180, 180],
    [-180, 180],
    [181, -179],
    [360, 0],
    [-360, 0],
    [725, 5],
    [-90, -90],
  ])("%d is %d", (given, expected) => expect(normaliseAngle(given)).toBe(expected));
});

describe("matrices", () => {
  test("a layer turns clockwise about its centre", () => {
    const layer = { x: 10, y: 20, width: 100, height: 50, rotation: 90 };
    expect(applyToPoint(localToParent(layer), { x: 0, y: 0 })).toEqual({ x: 85, y: -5 });
    expect(boundsInParent(layer)).toEqual({ x: 35, y: -5, width: 50, height: 100 });
  });

  test("inverse undoes", () => {
    fc.assert(
      fc.property(box, length, length, (item, x, y) => {
        const there = applyToPoint(localToParent(item), { x, y });
        const back = applyToPoint(invert(localToParent(item)), there);
        expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1e-6);
      }),
    );
  });

  test("a matrix that flattens has no inverse", () => {
    expect(() => invert([0, 0, 0, 1, 0, 0])).toThrow(RangeError);
  });

  test("moving a box between parents keeps its corners", () => {
    fc.assert(
      fc.property(box, box, (item, parent) => {
        const move = localToParent(parent);
        const before = cornersOf(item, multiply(move, localToParent(item)));
        const moved = moveBox(item, move);
        const after = cornersOf(moved, localToParent(moved));
        for (const [index, corner] of before.entries()) {
          expect(
            Math.hypot(corner.x - (after[index]?.x ?? 0), corner.y - (after[index]?.y ?? 0)),
          ).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test("turning about a pivot keeps the distance to it", () => {
    fc.assert(
      fc.property(box, fc.integer({ min: -720, max: 720 }), length, length, (item, degrees, x, y) => {
        const distance = (at: Box) => Math.hypot(centreOf(at).x - x, centreOf(at).y - y);
        expect(distance(rotateBox(item, degrees, { x, y }))).toBeCloseTo(distance(item), 6);
      }),
    );
  });
});

describe("resizeBox", () => {
  test("a side pulled outwards makes the box longer", () => {
    const upright = { x: 0, y: 0, width: 100, height: 50, rotation: 0 };
    expect(resizeBox(upright, "e", { x: 20, y: 99 })).toEqual({ ...upright, width: 120 });
    expect(resizeBox(upright, "nw", { x: -10, y: 5 })).toEqual({
      ...upright,
      x: -10,
      y: 5,
      width: 110,
      height: 45,
    });
    expect(resizeBox(upright, "s", { x: 0, y: -80 })).toEqual({ ...upright, height: 1 });
    expect(resizeBox(upright, "e", { x: 20, y: 0 }, { fromCentre: true })).toEqual({
      ...upright,
      x: -20,
      width: 140,
    });
    expect(resizeBox(upright, "se", { x: 50, y: 0 }, { keepAspect: true })).toEqual({
      ...upright,
      width: 150,
      height: 75,
    });
    expect(resizeBox(upright, "e", { x: 100, y: 0 }, { keepAspect: true })).toEqual({
      ...upright,
      y: -25,
      width: 200,
      height: 100,
    });
  });

  test("a box turned by a quarter grows along its own sides", () => {
    const turned = { x: 0, y: 0, width: 100, height: 50, rotation: 90 };
    const pulled = resizeBox(turned, "e", { x: 0, y: 20 });
    expect(pulled).toMatchObject({ width: 120, height: 50 });
    // Its left side is the top on the canvas and stays there.
    expect(boundsInParent(pulled).y).toBeCloseTo(boundsInParent(turned).y, 9);
  });

  test("the opposite handle stays, in any frame, with and without ratio", () => {
    fc.assert(
      fc.property(box, handle, length, length, fc.boolean(), (item, at, x, y, keepAspect) => {
        const direction = handleDirection(at);
        const opposite = (b: Box) =>
          applyToPoint(localToParent(b), {
            x: ((1 - direction.x) / 2) * b.width,
            y: ((1 - direction.y) / 2) * b.height,
          });
        const after = resizeBox(item, at, { x, y }, { keepAspect });
        const [from, to] = [opposite(item), opposite(after)];
        expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeLessThan(1e-6);
        expect(after.width).toBeGreaterThanOrEqual(1);
        expect(after.height).toBeGreaterThanOrEqual(1);
        if (keepAspect) expect(after.width / after.height / (item.width / item.height)).toBeCloseTo(1, 6);
      }),
    );
  });

  test("from the centre, the centre stays", () => {
    fc.assert(
      fc.property(box, handle, length, length, (item, at, x, y) => {
        const after = centreOf(resizeBox(item, at, { x, y }, { fromCentre: true }));
        expect(Math.hypot(after.x - centreOf(item).x, after.y - centreOf(item).y)).toBeLessThan(1e-6);
      }),
    );
  });

  test("the handle follows the pointer when nothing holds it back", () => {
    const corner = (b: Box) => applyToPoint(localToParent(b), { x: b.width, y: b.height });
    const item = { x: 40, y: 60, width: 300, height: 200, rotation: 33 };
    const after = corner(resizeBox(item, "se", { x: 17, y: 9 }));
    expect(after.x).toBeCloseTo(corner(item).x + 17, 9);
    expect(after.y).toBeCloseTo(corner(item).y + 9, 9);
  });
});
