import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { ResolvedLayer } from "@/lib/template/resolved";
import { arbitraryDocument } from "@/lib/template/testing/arbitrary-document";
import type { Painter } from "../painter";
import { nodePainter } from "../testing/node-painter";

const MEASURES = new Set(["progress", "rating", "barcode", "chart"]);

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

it("layers that show numbers are painted with finite numbers and ids of their own, whatever they hold", async () => {
  let painted = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryDocument, async ({ layers }) => {
      const found = layers.flatMap((layer): ResolvedLayer[] => {
        return layer.type !== "group" &&
          layer.type !== "image" &&
          layer.type !== "countdown" &&
          MEASURES.has(layer.type)
          ? [layer]
          : [];
      });
      for (const layer of found) {
        const { svg, ...box } = await painter.paintLayer(layer, () => null);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/);
        for (const [, id] of svg.matchAll(/ id="([^"]+)"/g))
          expect(id?.startsWith(`${layer.id}.`)).toBe(true);
        expect(Object.values(box).every(Number.isFinite)).toBe(true);
        painted += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(painted).toBeGreaterThan(50);
});
