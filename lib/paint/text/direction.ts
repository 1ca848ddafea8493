import type { TextLayer } from "@/lib/template/layers/text";
import { bidi } from "./bidi-levels";

/** Where lines begin. */
export type Direction = "ltr" | "rtl";

const ISOLATES = new Set(["LRI", "RLI", "FSI"]);

/**
 * The direction of a text's first letter, or of another character that has one (UAX 9, P2): what stands in
 * isolates does not count. null when there is none.
 */
export function strongDirection(text: string): Direction | null {
  let depth = 0;
  for (const char of text) {
    const type = bidi.getBidiCharTypeName(char);
    if (ISOLATES.has(type)) depth += 1;
    else if (type === "PDI") depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (type === "L") return "ltr";
    else if (type === "R" || type === "AL") return "rtl";
  }
  return null;
}

/** The side of the box that lines stand at, in a paragraph of a direction. */
export function sideOf(align: TextLayer["align"], direction: Direction): "left" | "center" | "right" {
  if (align === "start") return direction === "ltr" ? "left" : "right";
  if (align === "end") return direction === "ltr" ? "right" : "left";
  return align;
}
