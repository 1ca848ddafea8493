import fc from "fast-check";
import { comparePlates } from "@/lib/render/testing/compare-plates";
import { arbitraryDocument, arbitraryValues } from "@/lib/template/testing/arbitrary-document";
import type { Target } from "../figures";

/** What two ways of rounding may differ by, of 255. */
const NEARLY = 2;

/** Small enough for one tile of the rasteriser: where it cuts a shape in two, edges come out a little otherwise. */
const SMALLEST = 40;
const SPAN = 360;

/** Holds pictures from plates and tiles against whole pictures, on random documents that are others in each run. */
export async function checkPlates(documents: number): Promise<Target> {
  let most = 0;
  let outside = 0;
  let compared = 0;
  let dynamic = 0;
  const result = await fc.check(
    fc.asyncProperty(
      arbitraryDocument,
      arbitraryValues,
      fc.constantFrom(1, 2, 3),
      async (document, values, scale) => {
        const [width, height] = [document.width, document.height].map((side) => SMALLEST + (side % SPAN));
        const verdict = await comparePlates(
          { ...document, width: width ?? 1, height: height ?? 1 },
          values,
          scale,
        );
        most = Math.max(most, verdict.difference);
        outside = Math.max(outside, verdict.outside);
        dynamic += verdict.dynamicUnits;
        compared += 1;
        return verdict.difference <= NEARLY && verdict.outside === 0;
      },
    ),
    { numRuns: documents },
  );
  if (result.failed) console.log(fc.defaultReportMessage(result));
  return {
    name: `plates and tiles against ${documents} documents painted whole`,
    wanted: `within ${NEARLY} of 255`,
    measured: `${compared} compared, ${dynamic} changing parts, at most ${most.toFixed(1)}, ${outside} elsewhere`,
    met: !result.failed,
  };
}
