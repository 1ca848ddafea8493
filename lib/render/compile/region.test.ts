import fc from "fast-check";
import { expect, test } from "vitest";
import { disjoint, intersection, type Region } from "./region";

const region: fc.Arbitrary<Region> = fc
  .tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 }))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));

const covers = (all: readonly Region[], x: number, y: number) =>
  all.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);

test("regions made disjoint share no pixel and lose none", () => {
  fc.assert(
    fc.property(fc.array(region, { maxLength: 8 }), (regions) => {
      const apart = disjoint(regions);
      for (const [index, one] of apart.entries()) {
        for (const other of apart.slice(index + 1)) expect(intersection(one, other)).toBeNull();
      }
      for (const { left, top, right, bottom } of regions) {
        for (const [x, y] of [
          [left, top],
          [right - 1, top],
          [left, bottom - 1],
          [right - 1, bottom - 1],
        ] as const) {
          expect(covers(apart, x, y)).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});
