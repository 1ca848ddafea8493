import { z } from "zod";
import { centredBase, NO_CHILDREN } from "../layer-base";
import type { FieldReference, LayerEntry, Preset, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { malformed } from "../malformed-placeholder";
import { malformedPlaceholders, placeholderKeys, renamePlaceholder, replaceInRuns } from "../placeholders";
import { colour, fill, layerBase, plainText } from "../primitives";
import type { LayerProblem } from "../problem";
import { phraseStyle, resolveText } from "./text-resolve";
import { textSections } from "./text-sections";
import { scaleText, withSizedText } from "./text-size";

/** How characters look. Sizes in px, letter spacing in px, line height as a multiple of the size. */
export const textStyle = z.strictObject({
  fontFamily: z
    .string()
    .max(80)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, "A font family has letters, digits and spaces."),
  fontWeight: z.number().int().min(100).max(900),
  italic: z.boolean(),
  fontSize: z.number().min(LIMITS.fontSizeMin).max(LIMITS.fontSizeMax),
  color: colour,
  letterSpacing: z.number().min(-100).max(200),
  underline: z.boolean(),
  /** Capitals as they are shown; the text itself keeps its own. `title` changes first letters of words alone. */
  transform: z.enum(["none", "upper", "lower", "title"]),
});
export type TextStyle = z.infer<typeof textStyle>;

/** A stretch of text; `style` overrides the layer's style for it. Text may hold `{{key}}` and line breaks. */
export const textRun = z.strictObject({
  text: plainText(LIMITS.layerText),
  style: textStyle.partial(),
});
export type TextRun = z.infer<typeof textRun>;

/**
 * How text meets its box: `fixed` wraps at the box's width and keeps its size; `shrink` wraps and reduces the
 * size until every line fits; `line` keeps one line a paragraph and reduces the size until it fits; `ellipsis`
 * wraps, keeps its size and ends with … what does not fit.
 */
export const textFit = z.enum(["fixed", "shrink", "line", "ellipsis"]);

/** Line around the letters, centred on their outline and painted beneath them. Width in px. */
export const textStroke = z.strictObject({ color: colour, width: z.number().min(0.1).max(200) });

const padding = z.number().min(0).max(500);

/** A rounded box behind each line: as wide as its ink, as tall as the line, and the paddings around. Lengths in px. */
export const textHighlight = z.strictObject({
  color: colour,
  paddingX: padding,
  paddingY: padding,
  radius: padding,
});

export const textLayer = z.strictObject({
  ...layerBase,
  type: z.literal("text"),
  runs: z
    .array(textRun)
    .min(1)
    .max(LIMITS.runs)
    .refine(
      (runs) => runs.reduce((sum, { text }) => sum + text.length, 0) <= LIMITS.layerText,
      `The text of a layer has at most ${LIMITS.layerText} characters.`,
    ),
  style: textStyle,
  /** Where paragraphs begin; `auto` is the side of a paragraph's first letter, or else of the layer's first. */
  direction: z.enum(["auto", "ltr", "rtl"]),
  /** `start` and `end` follow each paragraph's direction. */
  align: z.enum(["left", "center", "right", "start", "end"]),
  verticalAlign: z.enum(["top", "middle", "bottom"]),
  lineHeight: z.number().min(0.5).max(4),
  fit: textFit,
  /** Most lines that `ellipsis` shows; 0 is as many as the box holds. */
  maxLines: z.number().int().min(0).max(100),
  minFontSize: z.number().min(LIMITS.fontSizeMin).max(LIMITS.fontSizeMax),
  /** Said instead of the whole text when a field in it has no value. Empty: the fields' own fallbacks serve. */
  phraseFallback: plainText(LIMITS.layerText),
  stroke: textStroke.nullable(),
  /** Laid over the layer's box and seen through the letters instead of the colours of runs; emoji keep theirs. */
  fill: fill.nullable(),
  highlight: textHighlight.nullable(),
});
export type TextLayer = z.infer<typeof textLayer>;

/** Path of the colour that a fill over all covers. */
const COLOUR = "style.color";

const INK = "#111827";

/** Share of the canvas's width that a line of new text takes for its size: 64 px on 1200 px. */
const HEADING_SHARE = 64 / 1200;

function blankText(id: string, canvas: Size): TextLayer {
  return textOf(id, canvas, { name: "Text", text: "", share: HEADING_SHARE, weight: 400 });
}

type Start = { name: string; text: string; share: number; weight: number };

function textOf(id: string, canvas: Size, start: Start): TextLayer {
  const fontSize = Math.min(400, Math.max(12, Math.round(canvas.width * start.share)));
  const lineHeight = start.weight >= 600 ? 1.15 : 1.4;
  const size = { width: canvas.width * 0.6, height: Math.ceil(fontSize * lineHeight) };
  return {
    ...centredBase(id, start.name, size, canvas),
    type: "text",
    runs: [{ text: start.text, style: {} }],
    style: {
      fontFamily: "Inter",
      fontWeight: start.weight,
      italic: false,
      fontSize,
      color: INK,
      letterSpacing: 0,
      underline: false,
      transform: "none",
    },
    direction: "auto",
    align: "center",
    verticalAlign: "middle",
    lineHeight,
    fit: "shrink",
    maxLines: 0,
    minFontSize: Math.max(10, Math.round(fontSize * 0.4)),
    phraseFallback: "",
    stroke: null,
    fill: null,
    highlight: null,
  };
}

const preset = (id: string, start: Start): Preset<TextLayer> => ({
  id,
  label: start.name,
  create: (layerId, canvas) => textOf(layerId, canvas, start),
});

const HEADING = preset("heading", {
  name: "Heading",
  text: "Add a heading",
  share: HEADING_SHARE,
  weight: 700,
});

/** Every key the whole text names, with the run its placeholder begins in. */
function runReferences(runs: readonly TextRun[]): FieldReference[] {
  const found: FieldReference[] = [];
  replaceInRuns(runs, (key, raw, run) => {
    found.push({ key, path: `/runs/${run}/text`, expects: "any" });
    return raw;
  });
  return found;
}

export const textEntry: LayerEntry<TextLayer> = {
  type: "text",
  label: "Text",
  schema: textLayer,
  create: HEADING.create,
  blank: blankText,
  presets: [
    HEADING,
    preset("subheading", { name: "Subheading", text: "Add a subheading", share: 36 / 1200, weight: 600 }),
    preset("body", { name: "Body text", text: "Add a little text", share: 24 / 1200, weight: 400 }),
  ],
  content: ["runs", "phraseFallback"],
  stylesInContent: ({ runs }) => runs.map(({ style }) => style),
  sections: textSections,
  bindable: [
    { path: "style.color", label: "Text colour", kind: "color" },
    { path: "style.fontSize", label: "Text size", kind: "number" },
    { path: "fill.color", label: "Fill over all", kind: "color" },
    { path: "stroke.color", label: "Outline colour", kind: "color" },
    { path: "highlight.color", label: "Highlight colour", kind: "color" },
  ],
  withText: (layer, text) => ({ ...layer, runs: [{ text, style: phraseStyle(layer.runs) }] }),
  fontSize: ({ style }) => style.fontSize,
  flows: true,
  sentence: ({ runs, phraseFallback }) =>
    phraseFallback === "" ? runs.map(({ text }) => text).join("") : null,
  withFontSize: (layer, fontSize) => withSizedText(layer, fontSize / layer.style.fontSize),
  uncovered: withoutRunStyle,
  fieldReferences: (layer) => [
    ...runReferences(layer.runs),
    ...placeholderKeys(layer.phraseFallback).map((key) => ({
      key,
      path: "/phraseFallback",
      expects: "any" as const,
    })),
  ],
  renameField: (layer, from, to) => ({
    ...layer,
    runs: replaceInRuns(layer.runs, (key, raw) => (key === from ? `{{${to}}}` : raw)),
    phraseFallback: renamePlaceholder(layer.phraseFallback, from, to),
  }),
  problems: (layer) => [
    ...malformedPlaceholders(layer.runs.map(({ text }) => text).join("")).map((raw) =>
      malformed(raw, "/runs"),
    ),
    ...malformedPlaceholders(layer.phraseFallback).map((raw) => malformed(raw, "/phraseFallback")),
    ...coveredColour(layer),
  ],
  ...NO_CHILDREN,
  scale: scaleText,
  resolve: resolveText,
};

/** A style set on a whole text holds for all of it: what its runs have of their own of the same property goes. */
function withoutRunStyle(layer: TextLayer, path: string): TextLayer {
  const [holder, name = ""] = path.split(".");
  if (holder !== "style" || !layer.runs.some(({ style }) => Object.hasOwn(style, name))) return layer;
  const runs = layer.runs.map((run) => ({
    ...run,
    style: Object.fromEntries(Object.entries(run.style).filter(([own]) => own !== name)),
  }));
  return { ...layer, runs };
}

/** Bindings and rules that set the colour of a text on which a fill lies. */
function coveredColour({ fill: over, bindings, rules }: TextLayer): LayerProblem[] {
  if (over === null) return [];
  const paths = [
    ...bindings.flatMap(({ path }, index) => (path === COLOUR ? [`/bindings/${index}/path`] : [])),
    ...rules.flatMap(({ then }, index) =>
      then.kind === "set" && then.path === COLOUR ? [`/rules/${index}/then/path`] : [],
    ),
  ];
  const message =
    "The fill over all covers the text colour, so this changes nothing. Set the fill instead, or remove it.";
  return paths.map((path) => ({ code: "covered_property", severity: "warning", path, message }));
}
