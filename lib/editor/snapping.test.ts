import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rect } from "@/lib/template/geometry";
import { createSnapper, type Guide } from "./snapping";

const canvas = { width: 1200, height: 628 };
const box = (x: number, y: number, width = 100, height = 50): Rect => ({ x, y, width, height });
const lines = (guides: readonly Guide[]) => guides.filter((guide) => guide.kind === "line");
const gaps = (guides: readonly Guide[]) => guides.filter((guide) => guide.kind === "gap");

describe("createSnapper", () => {
  it("snaps an edge to another layer's edge and shows the line over both", () => {
    const snap = createSnapper([box(300, 100)], canvas).move(box(303, 400), 6);
    expect(snap.dx).toBe(-3);
    expect(lines(snap.guides)).toContainEqual({ kind: "line", axis: "x", at: 300, from: 100, to: 450 });
  });

  it("snaps the centre to the middle of the canvas on both axes at once", () => {
    const snap = createSnapper([], canvas).move(box(552, 286), 6);
    expect([snap.dx, snap.dy]).toEqual([-2, 3]);
    expect(lines(snap.guides).map((guide) => guide.at)).toEqual([600, 314]);
  });

  it("leaves a box alone that is further away than the threshold", () => {
    expect(createSnapper([box(300, 100)], canvas).move(box(320, 180), 6)).toEqual({
      dx: 0,
      dy: 0,
      held: { x: false, y: false },
      guides: [],
    });
  });

  it("takes the nearer of two places", () => {
    const snap = createSnapper([box(300, 100, 37, 41), box(305, 400, 41, 37)], canvas).move(
      box(304, 200, 77, 51),
      6,
    );
    expect(snap.dx).toBe(1);
  });

  it("makes the gap after a pair equal and names the distance", () => {
    const snap = createSnapper([box(100, 100, 100, 51), box(240, 103, 100, 51)], canvas).move(
      box(377, 107, 90, 61),
      6,
    );
    expect(snap.dx).toBe(3);
    expect(gaps(snap.guides).map((gap) => gap.kind === "gap" && [gap.from, gap.to, gap.distance])).toEqual([
      [200, 240, 40],
      [340, 380, 40],
    ]);
  });

  it("finds the middle between two neighbours, and none when the box does not fit between them", () => {
    const snapper = createSnapper([box(100, 100, 90, 51), box(413, 103, 90, 51)], canvas);
    const snap = snapper.move(box(249, 109, 101, 61), 6);
    expect(snap.dx).toBe(2);
    expect(gaps(snap.guides).map((gap) => gap.kind === "gap" && gap.distance)).toEqual([61, 61]);
    expect(gaps(snapper.move(box(150, 109, 303, 61), 6).guides)).toEqual([]);
  });

  it("ignores gaps of another row", () => {
    const snap = createSnapper([box(100, 100), box(240, 100)], canvas).move(box(377, 407, 90, 61), 6);
    expect(gaps(snap.guides)).toEqual([]);
  });

  it("makes the margin to the canvas edge equal on both sides", () => {
    const snap = createSnapper([box(40, 100, 300, 51)], canvas).move(box(377, 107, 203, 61), 6);
    expect(snap.dx).toBe(3);
  });

  it("moves only the edge that is being dragged", () => {
    const snap = createSnapper([box(300, 100)], canvas).resize(
      box(297, 395, 50, 47),
      { x: "end", y: null },
      6,
    );
    expect(snap).toMatchObject({ dx: 3, dy: 0 });
    expect(lines(snap.guides)).toHaveLength(1);
  });

  it("snaps to guides drawn from the rulers, each on its own axis", () => {
    const guides = [
      { axis: "x", at: 437 },
      { axis: "y", at: 211 },
    ] as const;
    const snap = createSnapper([], canvas, { guides: [...guides] }).move(box(440, 408), 6);
    expect([snap.dx, snap.dy]).toEqual([-3, 0]);
    expect(lines(snap.guides)).toContainEqual({ kind: "line", axis: "x", at: 437, from: 0, to: 628 });
    expect(snap.held).toEqual({ x: true, y: false });
  });

  it("comes to the grid where nothing else is near, and to what is near before the grid", () => {
    const snapper = createSnapper([box(303, 100)], canvas, { grid: 50 });
    expect(snapper.move(box(420, 430, 70, 70), 6)).toMatchObject({ dx: -20, dy: 20, guides: [] });
    expect(snapper.move(box(305, 430, 70, 70), 6)).toMatchObject({ dx: -2, dy: 20 });
    expect(snapper.resize(box(420, 430, 70, 70), { x: "end", y: null }, 6)).toMatchObject({ dx: 10, dy: 0 });
  });

  it("never moves further than the threshold, and what it snapped to stays snapped", () => {
    const side = fc.integer({ min: 1, max: 500 });
    const place = fc.integer({ min: -200, max: 1300 });
    const anyBox = fc.record({ x: place, y: place, width: side, height: side });
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 40 }), anyBox, (others, moving) => {
        const snapper = createSnapper(others, canvas);
        const snap = snapper.move(moving, 6);
        expect(Math.abs(snap.dx)).toBeLessThanOrEqual(6);
        expect(Math.abs(snap.dy)).toBeLessThanOrEqual(6);
        const again = snapper.move({ ...moving, x: moving.x + snap.dx, y: moving.y + snap.dy }, 6);
        if (snap.dx !== 0) expect(again.dx).toBe(0);
        for (const guide of snap.guides) {
          if (guide.kind === "gap") expect(guide.to - guide.from).toBeCloseTo(guide.distance);
        }
      }),
    );
  });

  it("answers a move among 200 layers well within a frame", () => {
    const others = Array.from({ length: 200 }, (_, at) => box((at * 37) % 1100, (at * 53) % 580, 80, 40));
    const snapper = createSnapper(others, canvas);
    const before = performance.now();
    for (let at = 0; at < 1000; at += 1) snapper.move(box(at, at / 2), 6);
    expect(performance.now() - before).toBeLessThan(4000);
  });
});
