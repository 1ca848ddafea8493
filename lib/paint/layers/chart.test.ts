import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ChartLayer } from "@/lib/template/layers/chart";
import { valueScale } from "../chart/value-scale";
import type { Painter } from "../painter";
import { chartLayer } from "../testing/measure-cases";
import { nodePainter } from "../testing/node-painter";
import { paintedArea } from "../testing/painted-share";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

const COLORS = ["#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff"];
const plain = { labels: "", grid: false, radius: 0, colors: COLORS };
const pictureOf = (values: string, change: Partial<ChartLayer>) =>
  painter.paintLayer(chartLayer(values, { ...plain, ...change }), () => null);

async function areasOf(values: readonly number[], change: Partial<ChartLayer>): Promise<number[]> {
  const { svg } = await pictureOf(values.join(" "), change);
  return Promise.all(values.map((_, index) => paintedArea(svg, COLORS[index] ?? "")));
}

describe("areas", () => {
  const positive = fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 5 });
  const signed = fc
    .array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 5 })
    .filter((values) => values.some((value) => value !== 0));

  it("of bars are in proportion to the values, below 0 as above", async () => {
    await fc.assert(
      fc.asyncProperty(signed, async (values) => {
        const areas = await areasOf(values, { barGap: 0 });
        const span = Math.max(0, ...values) - Math.min(0, ...values);
        const whole = (400 * 200) / values.length;
        for (const [index, value] of values.entries()) {
          expect((areas[index] ?? 0) / whole).toBeCloseTo(Math.abs(value) / span, 1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("of a ring's parts are in proportion to the values", async () => {
    await fc.assert(
      fc.asyncProperty(positive, async (values) => {
        const areas = await areasOf(values, { kind: "donut", hole: 0.5, height: 400 });
        const total = values.reduce((sum, value) => sum + value, 0);
        const whole = Math.PI * (200 ** 2 - 100 ** 2);
        for (const [index, value] of values.entries()) {
          expect((areas[index] ?? 0) / whole).toBeCloseTo(value / total, 1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("of a gap is its share", async () => {
    const [area = 0] = await areasOf([3], { barGap: 0.25 });
    expect(area / (400 * 200)).toBeCloseTo(0.75, 2);
  });
});

describe("a line", () => {
  it("stays in its box, and so do its thick ends", async () => {
    const { x, y, width, height, svg } = await pictureOf("1 9 4", { kind: "line", lineWidth: 60 });
    expect([x, y, width, height]).toEqual([-1, -1, 402, 202]);
    expect(svg).toMatch(/d="M30 [\d.]+L200 30L370 [\d.]+"/);
  });

  it("has an area below it down to its lowest place", async () => {
    const change = { kind: "line", area: { kind: "solid", color: "#00ff00" }, lineWidth: 0.5 } as const;
    const below = await paintedArea((await pictureOf("5 5", change)).svg, "#00ff00");
    expect(below / (400 * 200)).toBeCloseTo(1, 1);
  });
});

describe("labels", () => {
  const labelled = (labels: string, change: Partial<ChartLayer> = {}) =>
    pictureOf(Array(30).fill("3").join(" "), { colors: ["#ff0000"], labels, ...change });

  it("take room from the plot only where there are some", async () => {
    const plot = async (labels: string) =>
      paintedArea((await labelled(labels, { barGap: 0 })).svg, "#ff0000");
    expect(await plot(" ,, ")).toBeGreaterThan(400 * 200 * 0.97);
    expect(await plot("Jan")).toBeLessThan(400 * 200 * 0.95);
  });

  it("are fewer where they have no room, and stay in the box", async () => {
    const weeks = Array.from({ length: 30 }, (_, index) => `Week ${index + 1}`).join(",");
    const count = async (width: number) => {
      const picture = await labelled(weeks, { width });
      expect(picture.x).toBeGreaterThanOrEqual(-1);
      expect(picture.x + picture.width).toBeLessThanOrEqual(width + 1);
      return picture.svg.match(/<g transform/g)?.length ?? 0;
    };
    expect(await count(3000)).toBe(30);
    const few = await count(400);
    expect(few).toBeGreaterThan(2);
    expect(few).toBeLessThan(10);
  });

  it("of a ring stand beside it with their colours", async () => {
    const change = { kind: "donut", colors: COLORS, labels: "One, , Łódź" } as const;
    const { svg } = await pictureOf("1 2 3", change);
    expect(svg.match(/<g transform/g)).toHaveLength(2);
    // Each named part is painted twice, in the ring and in the legend.
    const count = (color: string) => svg.match(new RegExp(`fill="${color}"`, "g"))?.length;
    expect([count("#ff0000"), count("#00ff00"), count("#0000ff")]).toEqual([2, 1, 2]);
  });
});

describe("the scale", () => {
  const lists = fc.array(
    fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.integer({ min: 999, max: 1001 })),
    { minLength: 1, maxLength: 60 },
  );
  const options = fc.record({
    baseline: fc.constantFrom("zero" as const, "auto" as const),
    grid: fc.boolean(),
  });

  it("holds all values and few lines, whatever they are", () => {
    fc.assert(
      fc.property(lists, options, (values, option) => {
        const { low, high, lines } = valueScale(values, option);
        expect(high).toBeGreaterThan(low);
        const slack = (high - low) * 1e-6;
        expect(low).toBeLessThanOrEqual(Math.min(...values) + slack);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
        expect(lines.length).toBeLessThanOrEqual(option.grid ? 8 : 0);
      }),
    );
  });

  it.each([
    [[12, 30, 42], "zero", { low: 0, high: 60, lines: [0, 20, 40, 60] }],
    [[102, 108], "auto", { low: 100, high: 108, lines: [100, 102, 104, 106, 108] }],
    [[0, 0], "zero", { low: 0, high: 1, lines: [0, 0.5, 1] }],
  ] as const)("of %j from %s has round ends", (values, baseline, scale) => {
    expect(valueScale(values, { baseline, grid: true })).toEqual(scale);
  });
});
