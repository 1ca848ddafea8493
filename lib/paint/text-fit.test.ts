import { beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Painter, TextLayout } from "./painter";
import { textLayer } from "./testing/layers";
import { mixedTexts, seededRandom } from "./testing/mixed-texts";
import { nodePainter } from "./testing/node-painter";

const COUNT = 2000;
/** What the layout allows a line to stick out, and its rounding, px. */
const TOLERANCE = 0.03;

/** Some kern with spaces or choose letters by their neighbours, so that lines are not as wide as their parts. */
const FAMILIES = ["Inter", "Lora", "Caveat", "Dancing Script", "Poppins"];

const random = seededRandom(20);
const between = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));

/**
 * Every text in a box, size and spacing of its own, each with room for one line and an ellipsis; at most 13 sizes
 * between the designed and the smallest.
 */
const layers = mixedTexts(COUNT, 19).map((text) => {
  const fontSize = between(120, 400) / 10;
  const minFontSize = Math.max(40, Math.round(fontSize * 10) - between(0, 12)) / 10;
  const letterSpacing = random() < 0.2 ? between(-2, 6) / 2 : 0;
  const fontFamily = FAMILIES[between(0, FAMILIES.length - 1)] ?? "Inter";
  const size = {
    width: between(Math.ceil(fontSize * 1.2 + letterSpacing), 420),
    height: between(Math.ceil(fontSize * 1.2), 140),
  };
  return textLayer(text, {
    ...size,
    minFontSize,
    style: { fontFamily, fontSize, letterSpacing },
    maxLines: between(0, 3),
  });
});

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
  await painter.prepare({ layers: layers.map((layer) => ({ ...layer, fit: "ellipsis" as const })) });
});

/** Whether everything fits at this one size: laid out with no other to choose from. */
function fitsAt(layer: TextLayer, fontSize: number): boolean {
  const letterSpacing = (layer.style.letterSpacing * fontSize) / layer.style.fontSize;
  const style = { ...layer.style, fontSize, letterSpacing };
  const { overflows, truncated } = painter.layoutText({ ...layer, style, minFontSize: fontSize });
  return !overflows && !truncated;
}

/** The largest size that fits, found by trying one after the other; null when not even the smallest does. */
function largestByTrying(layer: TextLayer): number | null {
  if (fitsAt(layer, layer.style.fontSize)) return layer.style.fontSize;
  for (let tenths = Math.ceil(layer.style.fontSize * 10) - 1; tenths / 10 >= layer.minFontSize; tenths -= 1) {
    if (fitsAt(layer, tenths / 10)) return tenths / 10;
  }
  return fitsAt(layer, layer.minFontSize) ? layer.minFontSize : null;
}

function leaves(layout: TextLayout, layer: TextLayer): boolean {
  return (
    layout.height > layer.height + TOLERANCE ||
    layout.lines.some(({ x, width }) => x < -TOLERANCE || x + width > layer.width + TOLERANCE)
  );
}

function faultsOf(layer: TextLayer): string[] {
  const layout = painter.layoutText(layer);
  const name = `${JSON.stringify(layer.runs[0]?.text)} in ${layer.width} x ${layer.height} at ${layer.style.fontSize}`;
  const faults: string[] = [];
  if (leaves(layout, layer) && !(layer.fit === "fixed" && layout.overflows))
    faults.push(`${name}: leaves its box`);
  if (layer.fit === "shrink" || layer.fit === "line") {
    const expected = largestByTrying(layer);
    if (layout.fontSize !== (expected ?? layer.minFontSize))
      faults.push(`${name}: size ${layout.fontSize}, trying each finds ${expected}`);
    if ((layout.overflows || layout.truncated) !== (expected === null))
      faults.push(`${name}: overflows ${layout.overflows}, truncated ${layout.truncated}`);
  } else if (layout.scale !== 1) faults.push(`${name}: was shrunk`);
  if (layout.truncated !== layout.lines.some(({ text }) => text.endsWith("…")) && !name.includes("…"))
    faults.push(`${name}: truncated ${layout.truncated}`);
  if (layer.fit === "ellipsis") {
    if (layer.maxLines > 0 && layout.lines.length > layer.maxLines) faults.push(`${name}: too many lines`);
    if (layout.overflows) faults.push(`${name}: overflows`);
  }
  return faults;
}

describe.each(["fixed", "shrink", "line", "ellipsis"] as const)("fit %s", (fit) => {
  it(`holds for ${COUNT} texts of all scripts`, () => {
    expect(layers.flatMap((layer) => faultsOf({ ...layer, fit })).slice(0, 5)).toEqual([]);
  }, 120_000);
});

describe("a box without room for one line or one sign", () => {
  const boxes = [
    { width: 1, height: 1 },
    { width: 6, height: 200 },
    { width: 400, height: 4 },
  ];
  it.each(["shrink", "line", "ellipsis"] as const)(
    "fit %s shows a first line and says that it overflows",
    (fit) => {
      let left = 0;
      for (const layer of layers.slice(0, 200)) {
        for (const box of boxes) {
          const layout = painter.layoutText({ ...layer, ...box, fit });
          expect(layout.lines.length).toBeGreaterThan(0);
          if (box.height < 10) expect(layout.lines).toHaveLength(1);
          for (const { text, width } of layout.lines)
            if (width > box.width + TOLERANCE) expect(text).toBe("…");
          if (!leaves(layout, { ...layer, ...box })) continue;
          expect(layout.overflows).toBe(true);
          left += 1;
        }
      }
      expect(left).toBeGreaterThan(500);
    },
  );
});
