import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type RatingLayer, ratingShown } from "@/lib/template/layers/rating";
import type { Painter } from "../painter";
import { ratingLayer } from "../testing/measure-cases";
import { nodePainter } from "../testing/node-painter";
import { paintedArea } from "../testing/painted-share";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

const svgOf = async (change: Partial<RatingLayer>) =>
  (await painter.paintLayer(ratingLayer({ color: "#ff0000", emptyColor: null, ...change }), () => null)).svg;

it.each(["star", "heart", "circle"] as const)("halves of a %s are as large as each other", async (symbol) => {
  const area = async (value: string) => paintedArea(await svgOf({ symbol, maximum: 1, value }), "#ff0000");
  const [half, whole] = [await area("0.5"), await area("1")];
  expect(half / whole).toBeCloseTo(0.5, 2);
});

it("what is filled and what is empty make up all symbols, and do not lie on each other", async () => {
  const values = fc.integer({ min: 0, max: 100 }).map((tenth) => String(tenth / 10));
  const maximum = fc.integer({ min: 1, max: 10 });
  await fc.assert(
    fc.asyncProperty(values, maximum, async (value, most) => {
      const layer = ratingLayer({
        value,
        maximum: most,
        step: "exact",
        symbol: "circle",
        color: "#ff000080",
        emptyColor: "#0000ff80",
      });
      const { svg } = await painter.paintLayer(layer, () => null);
      const [full, empty] = [await paintedArea(svg, "#ff0000"), await paintedArea(svg, "#0000ff")];
      const all =
        2 * (await paintedArea(await svgOf({ ...layer, value: "99", color: "#ff0080" }), "#ff0080"));
      expect((full + empty) / (all / 4)).toBeCloseTo(1, 1);
      // Whole symbols can be told exactly; of one that is cut the circle's area is not in proportion.
      const whole = Math.floor(ratingShown(layer)) / most;
      expect(full / (all / 4)).toBeGreaterThan(whole - 0.02);
      expect(full / (all / 4)).toBeLessThan(whole + 1 / most + 0.02);
    }),
    { numRuns: 20 },
  );
});

it("fits its box, with gaps that give way", async () => {
  for (const change of [{ gap: 4096 }, { gap: 0, maximum: 10, height: 10 }, { width: 20 }]) {
    const layer = ratingLayer(change);
    const { x, y, width, height } = await painter.paintLayer(layer, () => null);
    expect(x).toBeGreaterThanOrEqual(-1);
    expect(y).toBeGreaterThanOrEqual(-1);
    expect(x + width).toBeLessThanOrEqual(layer.width + 1);
    expect(y + height).toBeLessThanOrEqual(layer.height + 1);
  }
});
