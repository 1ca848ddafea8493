import { describe, expect, it } from "vitest";
import { distancesBetween, neighbourGaps } from "./measuring";
import type { Guide } from "./snapping";

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });
const read = (guides: readonly Guide[]) =>
  guides.map((guide) => (guide.kind === "gap" ? [guide.axis, guide.from, guide.to, guide.at] : []));

describe("neighbourGaps", () => {
  it("measures to the nearest in the row and in the column, at the middle of what both share", () => {
    const others = [box(0, 0), box(130, 10), box(320, 20), box(250, 100), box(900, 900)];
    expect(read(neighbourGaps(box(240, 0, 60, 50), others))).toEqual([
      ["x", 230, 240, 30],
      ["y", 50, 100, 275],
    ]);
  });

  it("says nothing of what the box lies on, touches or has not beside it", () => {
    expect(neighbourGaps(box(10, 10), [box(0, 0, 500, 500), box(110, 10), box(700, 400)])).toEqual([]);
  });
});

describe("distancesBetween", () => {
  it("measures from side to facing side on both axes", () => {
    expect(read(distancesBetween(box(0, 0), box(150, 80)))).toEqual([
      ["x", 100, 150, 25],
      ["y", 50, 80, 50],
    ]);
    expect(read(distancesBetween(box(150, 10), box(0, 0)))).toEqual([["x", 100, 150, 30]]);
  });

  it("measures the four insets of a box in another, in either order", () => {
    const insets = [
      ["x", 0, 30, 65],
      ["x", 130, 400, 65],
      ["y", 0, 40, 80],
      ["y", 90, 300, 80],
    ];
    expect(read(distancesBetween(box(30, 40), box(0, 0, 400, 300)))).toEqual(insets);
    expect(read(distancesBetween(box(0, 0, 400, 300), box(30, 40)))).toEqual(insets);
  });
});
