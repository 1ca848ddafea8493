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

  const round = {
    kind: "ring" as const,
    width: 400,
    height: 400,
    thickness: 60,
    roundCaps: true,
    maximum: "1000",
  };

  /** First and last angle at which anything is seen, degrees clockwise from the top. */
  async function reach(promille: number) {
    const picture = await painter.paintLayer(
      progressLayer({ ...round, track: null, value: String(promille) }),
      () => null,
    );
    const { data, width, height } = await rasterInNode(picture.svg);
    let first = 360;
    let last = 0;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if ((data[(y * width + x) * 4 + 3] ?? 0) < 128) continue;
        const degrees = (Math.atan2(x + picture.x + 0.5 - 200, 200 - y - picture.y - 0.5) * 180) / Math.PI;
        const turned = (degrees + 360) % 360;
        first = Math.min(first, turned);
        last = Math.max(last, turned);
      }
    }
    return [first, last];
  }

  it.each([20, 50, 100, 250, 500, 750, 950, 990])(
    "with round ends is seen from where it begins to %i thousandths and no further",
    async (promille) => {
      const [first = 0, last = 0] = await reach(promille);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(0.6);
      expect(last).toBeLessThanOrEqual(promille * 0.36);
      expect(last).toBeGreaterThan(promille * 0.36 - 0.6);
    },
  );

  it("with round ends has half circles of its line's width, and grows with its share", async () => {
    const areas: number[] = [];
    for (const promille of [1, 10, 30, 50, 55, 56, 60, 80, 100, 500, 990, 999, 1000])
      areas.push(await areaOf({ ...round, value: String(promille) }));
    for (const [index, area] of areas.entries()) expect(area).toBeGreaterThan(areas[index - 1] ?? 0);
    // Half a ring whose ends are cut where the half circles begin, and the two of these.
    const inset = Math.asin(30 / 170);
    const expected = ((Math.PI - 2 * inset) / 2) * (200 ** 2 - 140 ** 2) + Math.PI * 30 ** 2;
    expect((areas[9] ?? 0) / expected).toBeCloseTo(1, 2);
  });

  it("without a hole is a slice, whatever its ends", async () => {
    const disc = { ...round, thickness: 4096, value: "250" };
    expect(await svgOf(disc)).toBe(await svgOf({ ...disc, roundCaps: false }));
    expect((await areaOf(disc)) / (Math.PI * 200 ** 2)).toBeCloseTo(0.25, 2);
  });
});
