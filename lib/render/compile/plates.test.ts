import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { arbitraryDocument, arbitraryValues } from "@/lib/template/testing/arbitrary-document";
import { comparePlates } from "../testing/compare-plates";

/** What two ways of rounding may differ by. */
const NEARLY = 2;

test.each(STARTERS.map((starter) => [starter.id, starter.document] as const))(
  "the starter %s is the same from plates as in one go",
  async (_id, document) => {
    const verdict = await comparePlates(document, document.samples[0]?.values ?? {});
    expect(verdict.difference).toBeLessThanOrEqual(NEARLY);
    expect(verdict.outside).toBe(0);
    expect(verdict.dynamicUnits).toBeGreaterThan(0);
  },
);

// Small enough for one tile of the rasteriser, 2,000 px: where it cuts a shape in two, edges come out a little otherwise.
test("random documents are the same from plates as in one go", async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryDocument,
      arbitraryValues,
      fc.constantFrom(1, 2, 3),
      async (doc, values, scale) => {
        const small: Document = { ...doc, width: 40 + (doc.width % 360), height: 40 + (doc.height % 360) };
        const verdict = await comparePlates(small, values, scale);
        expect(verdict.difference).toBeLessThanOrEqual(NEARLY);
        expect(verdict.outside).toBe(0);
      },
    ),
    { numRuns: Number(process.env.PLATE_RUNS ?? 40) },
  );
});
