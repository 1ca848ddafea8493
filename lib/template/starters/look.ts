import type { TextLayer, TextStyle } from "../layers/text";
import type { Fill, Stroke } from "../primitives";

/** How what starters show looks, in few words. */

/** How text looks; `more` is what else of its style is not plain. Sizes in px. */
export function type(
  fontFamily: string,
  fontWeight: number,
  fontSize: number,
  color: string,
  more: Partial<TextStyle> = {},
): Partial<TextStyle> {
  return { fontFamily, fontWeight, fontSize, color, ...more };
}

/** A line of one colour. Width in px. */
export function line(color: string, width: number, dash: Stroke["dash"] = "solid"): Stroke {
  return { color, width, dash };
}

/** Light that fades towards its edge: a colour as `#rrggbb` and the alpha of its middle as two digits. */
export function glow(color: string, alpha: string): Fill {
  return {
    kind: "radial",
    stops: [
      { offset: 0, color: `${color}${alpha}` },
      { offset: 1, color: `${color}00` },
    ],
  };
}

/** Text in one line, in the middle of its box's height. */
export const LINE = { fit: "line", verticalAlign: "middle", minFontSize: 22 } satisfies Partial<TextLayer>;
/** The same, centred. */
export const CENTRED = { ...LINE, align: "center" } satisfies Partial<TextLayer>;
