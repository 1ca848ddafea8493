import { z } from "zod";
import { LIMITS } from "../limits";
import { colour, layerBase } from "../primitives";

/** How characters look. Sizes in px, letter spacing in px, line height as a multiple of the size. */
export const textStyle = z.strictObject({
  fontFamily: z.string().min(1).max(80),
  fontWeight: z.number().int().min(100).max(900),
  italic: z.boolean(),
  fontSize: z.number().min(LIMITS.fontSizeMin).max(LIMITS.fontSizeMax),
  color: colour,
  letterSpacing: z.number().min(-100).max(200),
  underline: z.boolean(),
});
export type TextStyle = z.infer<typeof textStyle>;

/** A stretch of text; `style` overrides the layer's style for it. Text may hold `{{key}}` and line breaks. */
export const textRun = z.strictObject({
  text: z.string().max(LIMITS.layerText),
  style: textStyle.partial(),
});
export type TextRun = z.infer<typeof textRun>;

/**
 * How text meets its box: `fixed` wraps at the box's width and keeps its size; `shrink` wraps and reduces the
 * size until every line fits; `line` keeps one line a paragraph and reduces the size until it fits.
 */
export const textFit = z.enum(["fixed", "shrink", "line"]);

export const textLayer = z.strictObject({
  ...layerBase,
  type: z.literal("text"),
  runs: z.array(textRun).min(1).max(LIMITS.runs),
  style: textStyle,
  align: z.enum(["left", "center", "right"]),
  verticalAlign: z.enum(["top", "middle", "bottom"]),
  lineHeight: z.number().min(0.5).max(4),
  fit: textFit,
  minFontSize: z.number().min(LIMITS.fontSizeMin).max(LIMITS.fontSizeMax),
  /** Said instead of the whole text when a field in it has no value. Empty: the fields' own fallbacks serve. */
  phraseFallback: z.string().max(LIMITS.layerText),
});
export type TextLayer = z.infer<typeof textLayer>;
