import type { Painter } from "@/lib/paint/painter";
import { mixedTexts, seededRandom } from "@/lib/paint/testing/mixed-texts";
import { textFit } from "@/lib/template/layers/text";
import { text } from "@/lib/template/starters/build";
import { percentile } from "../figures";

const FAMILIES = ["Inter", "Lora", "Caveat", "Poppins"];

/** Time to lay out one text, ms. */
export type FitTime = { fit: string; p50: number; p90: number };

/** Times the layout of many texts of all scripts in boxes of all sizes, by how they fit their box. */
export async function fitTimes(painter: Painter, count: number): Promise<FitTime[]> {
  const random = seededRandom(31);
  const between = (min: number, max: number) => min + random() * (max - min);
  const layers = mixedTexts(2 * count, 32).map((content, index) => {
    const place = {
      id: `t${index}`,
      name: "text",
      x: 0,
      y: 0,
      width: between(60, 700),
      height: between(24, 220),
    };
    const fontFamily = FAMILIES[index % FAMILIES.length] ?? "Inter";
    return text(place, content, { minFontSize: 8, style: { fontFamily, fontSize: between(16, 90) } });
  });
  await painter.prepare({ layers: layers.map((layer) => ({ ...layer, fit: "ellipsis" as const })) });
  return textFit.options.map((fit) => {
    const taken = layers.map((layer) => {
      const started = performance.now();
      painter.layoutText({ ...layer, fit });
      return performance.now() - started;
    });
    // The first half warms code and fonts up.
    const counted = taken.slice(count);
    return { fit, p50: percentile(counted, 0.5), p90: percentile(counted, 0.9) };
  });
}
