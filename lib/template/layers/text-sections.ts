import type { Section } from "../layer-entry";
import { LIMITS } from "../limits";
import { placeholderKeys } from "../placeholders";
import type { TextLayer } from "./text";

const holdsField = (layer: TextLayer) =>
  placeholderKeys(layer.runs.map(({ text }) => text).join("")).length > 0;

export const textSections: readonly Section<TextLayer>[] = [
  {
    title: "Text",
    controls: [
      { kind: "font", label: "Font" },
      {
        kind: "number",
        path: "style.fontSize",
        label: "Size",
        min: LIMITS.fontSizeMin,
        max: LIMITS.fontSizeMax,
        step: 1,
        unit: "px",
      },
      { kind: "color", path: "style.color", label: "Colour", when: (layer) => layer.fill === null },
      {
        kind: "choice",
        path: "align",
        label: "Align",
        options: [
          { value: "left", label: "Left" },
          { value: "center", label: "Centre" },
          { value: "right", label: "Right" },
          { value: "start", label: "Start of line" },
          { value: "end", label: "End of line" },
        ],
      },
      {
        kind: "choice",
        path: "direction",
        label: "Direction",
        options: [
          { value: "auto", label: "As written" },
          { value: "ltr", label: "Left to right" },
          { value: "rtl", label: "Right to left" },
        ],
      },
      {
        kind: "choice",
        path: "verticalAlign",
        label: "Vertical align",
        options: [
          { value: "top", label: "Top" },
          { value: "middle", label: "Middle" },
          { value: "bottom", label: "Bottom" },
        ],
      },
      { kind: "number", path: "lineHeight", label: "Line height", min: 0.5, max: 4, step: 0.05 },
      {
        kind: "number",
        path: "style.letterSpacing",
        label: "Letter spacing",
        min: -100,
        max: 200,
        step: 0.5,
        unit: "px",
      },
      { kind: "toggle", path: "style.underline", label: "Underline" },
      {
        kind: "choice",
        path: "style.transform",
        label: "Capitals",
        options: [
          { value: "none", label: "As typed" },
          { value: "upper", label: "All capitals" },
          { value: "lower", label: "No capitals" },
          { value: "title", label: "First letters" },
        ],
      },
      { kind: "fill", path: "fill", label: "Fill over all", optional: true, beginsAs: "style.color" },
      { kind: "outline", path: "stroke", label: "Outline" },
      { kind: "highlight", path: "highlight", label: "Highlight" },
    ],
  },
  {
    title: "Fit",
    controls: [
      {
        kind: "choice",
        path: "fit",
        label: "Fit",
        options: [
          { value: "shrink", label: "Wrap, shrink to fit" },
          { value: "line", label: "One line, shrink to fit" },
          { value: "fixed", label: "Fixed size" },
          { value: "ellipsis", label: "Wrap, cut with …" },
        ],
      },
      {
        kind: "number",
        path: "maxLines",
        label: "Most lines (0: all that fit)",
        min: 0,
        max: 100,
        step: 1,
        when: (layer) => layer.fit === "ellipsis",
      },
      {
        kind: "number",
        path: "minFontSize",
        label: "Smallest size",
        min: LIMITS.fontSizeMin,
        max: LIMITS.fontSizeMax,
        step: 1,
        unit: "px",
        when: (layer) => layer.fit === "shrink" || layer.fit === "line",
      },
    ],
  },
  {
    title: "Fallback",
    controls: [
      {
        kind: "text",
        path: "phraseFallback",
        label: "Whole phrase when data is missing",
        max: LIMITS.layerText,
        multiline: true,
        placeholders: true,
        hint: "Said instead of all of the text when a field in it has no value.",
        when: (layer) => layer.phraseFallback !== "" || holdsField(layer),
      },
    ],
  },
];
