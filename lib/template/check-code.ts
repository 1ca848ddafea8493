import { contrast } from "./contrast";
import { boundsOnCanvas } from "./geometry";
import type { LayerProblem } from "./problem";
import { entryOf } from "./registry";
import type { Document, Layer } from "./schema";
import { walkLayers } from "./tree";

/** Contrast of a code with its background that phones can be trusted with; what WCAG asks of graphics too. */
const LEAST_CONTRAST = 3;

/** Narrowest part of a code that phones read from a screen, px as the picture is shown. */
const LEAST_MODULE = 2;

/**
 * What may keep machines from reading the layer, when it is a code. What cannot be known before values are in place,
 * and what other layers behind it look like, is not held against it.
 */
export function codeProblems(layer: Layer, doc: Document): LayerProblem[] {
  const code = entryOf(layer).code?.(layer);
  if (!code) return [];
  const problems: LayerProblem[] = [];
  const tell = (name: "code_contrast" | "code_too_fine", path: string, message: string) =>
    problems.push({
      code: name,
      severity: "warning",
      path,
      message: `Phones may not read this code: ${message}`,
    });

  const canvas = doc.background?.kind === "solid" && liesOnCanvas(layer, doc) ? [doc.background.color] : [];
  const seen = contrast(code.color, code.background === null ? canvas : [...canvas, code.background]);
  if (seen !== null && seen < LEAST_CONTRAST) {
    const ratio = Math.floor(seen * 10) / 10;
    tell(
      "code_contrast",
      "/color",
      `it is too like its background, ${ratio} to 1 where ${LEAST_CONTRAST} to 1 is needed. Make the code darker or the background lighter.`,
    );
  }
  const shown = code.module === null ? LEAST_MODULE : (code.module * doc.displayWidth) / doc.width;
  if (shown < LEAST_MODULE) {
    tell(
      "code_too_fine",
      "/width",
      `its parts are ${Math.floor(shown * 10) / 10} px wide where the picture is shown ${doc.displayWidth} px wide, and at least ${LEAST_MODULE} px are needed. Make the layer larger or its content shorter.`,
    );
  }
  return problems;
}

/** Whether no other layer lies behind any part of this one. */
function liesOnCanvas(layer: Layer, doc: Document): boolean {
  const box = boundsOnCanvas(doc, layer);
  for (const { layer: other } of walkLayers(doc.layers)) {
    if (other === layer) return true;
    if (entryOf(other).holdsLayers) continue;
    const behind = boundsOnCanvas(doc, other);
    const isApart =
      behind.x >= box.x + box.width ||
      box.x >= behind.x + behind.width ||
      behind.y >= box.y + box.height ||
      box.y >= behind.y + behind.height;
    if (!isApart) return false;
  }
  return true;
}
