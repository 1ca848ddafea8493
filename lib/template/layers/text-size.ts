import { scaled } from "../layer-base";
import { LIMITS } from "../limits";
import type { TextLayer } from "./text";

/** The text with everything measured in px multiplied, but for its box. */
export function scaleText(layer: TextLayer, factor: number): TextLayer {
  const padding = (px: number) => scaled(px, factor, 0, 500);
  const { stroke, highlight } = layer;
  return {
    ...withSizedText(layer, factor),
    stroke: stroke && { ...stroke, width: scaled(stroke.width, factor, 0.1, 200) },
    highlight: highlight && {
      ...highlight,
      paddingX: padding(highlight.paddingX),
      paddingY: padding(highlight.paddingY),
      radius: padding(highlight.radius),
    },
    minFontSize: scaled(layer.minFontSize, factor, LIMITS.fontSizeMin, LIMITS.fontSizeMax),
  };
}

/** The text with its letters and the room between them multiplied, runs of other sizes keeping their ratio. */
export function withSizedText(layer: TextLayer, factor: number): TextLayer {
  const size = (px: number) => scaled(px, factor, LIMITS.fontSizeMin, LIMITS.fontSizeMax);
  const spacing = (px: number) => scaled(px, factor, -100, 200);
  return {
    ...layer,
    style: {
      ...layer.style,
      fontSize: size(layer.style.fontSize),
      letterSpacing: spacing(layer.style.letterSpacing),
    },
    runs: layer.runs.map((run) => {
      const { fontSize, letterSpacing } = run.style;
      if (fontSize === undefined && letterSpacing === undefined) return run;
      return {
        ...run,
        style: {
          ...run.style,
          ...(fontSize !== undefined && { fontSize: size(fontSize) }),
          ...(letterSpacing !== undefined && { letterSpacing: spacing(letterSpacing) }),
        },
      };
    }),
  };
}
