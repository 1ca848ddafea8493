import type { TextLayer } from "@/lib/template/layers/text";
import { bidi } from "./bidi-levels";

/** Where lines begin. */
export type Direction = "ltr" | "rtl";

const ISOLATES = new Set(["LRI", "RLI", "FSI"]);

const DIRECTIONS: Readonly<Record<string, Direction>> = { L: "ltr", R: "rtl", AL: "rtl" };

/**
 * The direction of a text's first letter, or of another character that has one. What stands in isolates does not
 * count (UAX 9, P2) unless nothing else has a direction: values of fields are isolated, and a text of nothing but
 * values and signs goes as they do. null when nothing has one.
 */
export function strongDirection(text: string): Direction | null {
  let depth = 0;
  let isolated: Direction | null = null;
  for (const char of text) {
    const type = bidi.getBidiCharTypeName(char);
    if (ISOLATES.has(type)) depth += 1;
    else if (type === "PDI") depth = Math.max(0, depth - 1);
    const direction = DIRECTIONS[type];
    if (direction === undefined) continue;
    if (depth === 0) return direction;
    isolated ??= direction;
  }
  return isolated;
}

/** The side of the box that lines stand at, in a paragraph of a direction. */
export function sideOf(align: TextLayer["align"], direction: Direction): "left" | "center" | "right" {
  if (align === "start") return direction === "ltr" ? "left" : "right";
  if (align === "end") return direction === "ltr" ? "right" : "left";
  return align;
}
