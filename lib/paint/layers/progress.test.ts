import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProgressLayer } from "@/lib/template/layers/progress";
import type { Painter } from "../painter";
import { progressLayer } from "../testing/measure-cases";
import { nodePainter } from "../testing/node-painter";
import { paintedArea } from "../testing/painted-share";
import { rasterInNode } from "../testing/raster";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

const RED = "#ff0000";
const svgOf = async (change: Partial<ProgressLayer>) => {
  const layer = progressLayer({ fill: { kind: "solid", color: RED }, track: null, ...change });
  return (await painter.paintLayer(layer, () => null)).svg;
};
const areaOf = async (change: Partial<ProgressLayer>) => paintedArea(await svgOf(change), RED);

describe("a bar", () => {
  it("is filled by its share in every direction", async () => {
    const directions = fc.constantFrom("right" as const, "left" as const, "up" as const, "down" as const);
    await fc.assert(
      fc.asyncProperty(directions, fc.integer({ min: 0, max: 100 }), async (direction, percent) => {
        const value = String(percent);
        const area = await areaOf({ direction, value, radius: 0, roundCaps: false, width: 200, height: 100 });
        expect(area / 20_000).toBeCloseTo(percent / 100, 2);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ["right", 20],
    ["left", 380],
  ] as const)("growing to the %s begins at the other side", async (direction, x) => {
    const { data, width } = await rasterInNode(await svgOf({ direction, value: "25", radius: 0 }));
    const alphaAt = (column: number) => data[(100 * width + column + 1) * 4 + 3];
    expect([alphaAt(x), alphaAt(400 - x)]).toEqual([255, 0]);
  });

  it("never leaves its track, however little is filled", async () => {
    const box = { width: 200, height: 60, radius: 30 };
    const track = await areaOf({ ...box, value: "100" });
    for (const roundCaps of [true, false]) {
      for (const value of ["1", "10", "99"]) {
        const outside = await paintedArea(
          await svgOf({ ...box, roundCaps, value, track: { kind: "solid", color: "#0000ff" } }),
          "#0000ff",
        );
        const filled = await areaOf({ ...box, roundCaps, value });
        // Where the two meet, an edge is of both colours.
        expect(Math.abs(outside + filled - track)).toBeLessThan(140);
        expect(filled).toBeLessThan(track);
      }
    }
  });
});

describe("a ring", () => {
  it("is filled by its share, whichever way it turns", async () => {
    const whole = Math.PI * (100 ** 2 - 70 ** 2);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1000 }),
        fc.boolean(),
        fc.integer({ min: -360, max: 360 }),
        async (promille, clockwise, startAngle) => {
          const area = await areaOf({
            kind: "ring",
            width: 200,
            height: 200,
            thickness: 30,
            maximum: "1000",
            value: String(promille),
            clockwise,
            startAngle,
            roundCaps: false,
          });
          expect(area / whole).toBeCloseTo(promille / 1000, 1);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("begins at the top and turns clockwise unless told otherwise", async () => {
    const ring = {
      kind: "ring" as const,
      width: 200,
      height: 200,
      thickness: 40,
      value: "25",
      roundCaps: false,
    };
    const alphaAt = async (change: Partial<ProgressLayer>, x: number, y: number) => {
      const picture = await painter.paintLayer(
        progressLayer({ ...ring, track: null, ...change }),
        () => null,
      );
      const { data, width } = await rasterInNode(picture.svg);
      return data[((y - picture.y) * width + x - picture.x) * 4 + 3];
    };
    expect(await alphaAt({}, 156, 44)).toBe(255);
    expect(await alphaAt({}, 44, 44)).toBe(0);
    expect(await alphaAt({ clockwise: false }, 44, 44)).toBe(255);
    expect(await alphaAt({ startAngle: 180 }, 44, 156)).toBe(255);
  });

  it("has ends of its line's width when they are round", async () => {
    const ring = { kind: "ring" as const, width: 200, height: 200, thickness: 20, value: "50" };
    const more = (await areaOf({ ...ring, roundCaps: true })) - (await areaOf({ ...ring, roundCaps: false }));
    expect(more).toBeGreaterThan(0.95 * Math.PI * 100);
    expect(more).toBeLessThan(1.05 * Math.PI * 100);
  });
});
