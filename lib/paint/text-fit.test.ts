import { beforeAll, describe, expect, it } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Painter } from "./painter";
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

/** Every text in a box, size and spacing of its own; at most 13 sizes between the designed and the smallest. */
const layers = mixedTexts(COUNT, 19).map((text) => {
  const fontSize = between(120, 400) / 10;
  const minFontSize = Math.max(40, Math.round(fontSize * 10) - between(0, 12)) / 10;
  const letterSpacing = random() < 0.2 ? between(-2, 6) / 2 : 0;
  const fontFamily = FAMILIES[between(0, FAMILIES.length - 1)] ?? "Inter";
  const size = { width: between(20, 420), height: between(14, 140) };
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
  return !painter.layoutText({ ...layer, style, minFontSize: fontSize }).overflows;
}

/** The largest size that fits, found by trying one after the other; null when not even the smallest does. */
function largestByTrying(layer: TextLayer): number | null {
  if (fitsAt(layer, layer.style.fontSize)) return layer.style.fontSize;
  for (let tenths = Math.ceil(layer.style.fontSize * 10) - 1; tenths / 10 >= layer.minFontSize; tenths -= 1) {
    if (fitsAt(layer, tenths / 10)) return tenths / 10;
  }
  return fitsAt(layer, layer.minFontSize) ? layer.minFontSize : null;
}

function faultsOf(layer: TextLayer): string[] {
  const layout = painter.layoutText(layer);
  const name = `${JSON.stringify(layer.runs[0]?.text)} in ${layer.width} x ${layer.height} at ${layer.style.fontSize}`;
  const faults: string[] = [];
  const leaves =
    layout.height > layer.height + TOLERANCE ||
    layout.lines.some(({ x, width }) => x < -TOLERANCE || x + width > layer.width + TOLERANCE);
  if (leaves && !layout.overflows) faults.push(`${name}: leaves its box`);
  if (layer.fit === "shrink" || layer.fit === "line") {
    const expected = largestByTrying(layer);
    if (layout.fontSize !== (expected ?? layer.minFontSize))
      faults.push(`${name}: size ${layout.fontSize}, trying each finds ${expected}`);
    if (layout.overflows !== (expected === null)) faults.push(`${name}: overflows ${layout.overflows}`);
  } else if (layout.scale !== 1) faults.push(`${name}: was shrunk`);
  if (layer.fit === "ellipsis") {
    if (layer.maxLines > 0 && layout.lines.length > layer.maxLines) faults.push(`${name}: too many lines`);
    if (layout.truncated !== (layout.lines.at(-1)?.text.endsWith("…") ?? false) && !name.includes("…"))
      faults.push(`${name}: truncated ${layout.truncated}`);
    const last = layout.lines.at(-1);
    if (layout.truncated && last && last.width > layer.width + TOLERANCE && last.text !== "…")
      faults.push(`${name}: cut too late`);
    if (layout.overflows && layout.lines.length > 1 && layout.height > layer.height + TOLERANCE)
      faults.push(`${name}: shows a line too many`);
  }
  return faults;
}

describe.each(["fixed", "shrink", "line", "ellipsis"] as const)("fit %s", (fit) => {
  it(`holds for ${COUNT} texts of all scripts`, () => {
    expect(layers.flatMap((layer) => faultsOf({ ...layer, fit })).slice(0, 5)).toEqual([]);
  }, 120_000);
});
