import { LIMITS } from "@/lib/template/limits";

export type SizeProblem = { side: "width" | "height"; message: string };

/** What is wrong with a typed canvas size, or null: whole pixels, each side and the area within the limits. */
export function sizeProblem(width: string, height: string): SizeProblem | null {
  for (const [side, typed] of [
    ["width", width],
    ["height", height],
  ] as const) {
    const length = Number(typed);
    if (!/^\s*\d+\s*$/.test(typed) || length < 1 || length > LIMITS.canvasSide) {
      return { side, message: `From 1 to ${LIMITS.canvasSide}.` };
    }
  }
  if (Number(width) * Number(height) > LIMITS.canvasArea) {
    return {
      side: "height",
      message: `Too large in all: at most ${LIMITS.canvasArea.toLocaleString("en")} px.`,
    };
  }
  return null;
}
