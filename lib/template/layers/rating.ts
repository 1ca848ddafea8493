import { z } from "zod";
import { centredBase, NO_CHILDREN, scaled } from "../layer-base";
import type { LayerEntry, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { fillNumbers, numberProblems, numberReferences, readNumber } from "../number-text";
import { renamePlaceholder } from "../placeholders";
import { colour, layerBase, plainText } from "../primitives";
import type { LayerProblem } from "../problem";

export const ratingSymbol = z.enum(["star", "heart", "circle"]);
export type RatingSymbol = z.infer<typeof ratingSymbol>;

/** A row of symbols, some of them filled, as large as fits the box and in its middle. */
export const ratingLayer = z.strictObject({
  ...layerBase,
  type: z.literal("rating"),
  /** How many symbols are filled: a number, or `{{key}}` of a field that holds one. */
  value: plainText(LIMITS.numberText),
  maximum: z.number().int().min(1).max(10),
  /** Symbols that are filled when the value is no number. */
  fallbackValue: z.number().min(0).max(10),
  /** What the value is rounded to. */
  step: z.enum(["half", "whole", "exact"]),
  symbol: ratingSymbol,
  color: colour,
  /** Colour of what is not filled; null leaves the canvas visible. */
  emptyColor: colour.nullable(),
  /** Room between two symbols, px. */
  gap: z.number().min(0).max(4096),
});
export type RatingLayer = z.infer<typeof ratingLayer>;

/** The filled symbols, 0 to `maximum`, once values are in place. */
export function ratingShown({ value, fallbackValue, maximum, step }: RatingLayer): number {
  const kept = Math.min(maximum, Math.max(0, readNumber(value) ?? fallbackValue));
  if (step === "exact") return kept;
  return step === "whole" ? Math.round(kept) : Math.round(kept * 2) / 2;
}

/** A number that there are no symbols for, as far as it is known. */
function outOfRange(number: number | null, maximum: number, path: string): LayerProblem[] {
  if (number === null || (number >= 0 && number <= maximum)) return [];
  const message =
    number > maximum
      ? `${number} is more than the ${maximum} symbols there are, so all of them are filled.`
      : `${number} is less than 0, so no symbol is filled.`;
  return [{ code: "out_of_range", severity: "warning", path, message }];
}

function blank(id: string, canvas: Size): RatingLayer {
  const symbol = Math.min(canvas.height * 0.12, canvas.width * 0.08);
  const gap = Math.round(symbol * 0.2);
  return {
    ...centredBase(id, "Rating", { width: symbol * 5 + gap * 4, height: symbol }, canvas),
    type: "rating",
    value: "",
    maximum: 5,
    fallbackValue: 0,
    step: "half",
    symbol: "star",
    color: "#f59e0b",
    emptyColor: "#d5dbe5",
    gap,
  };
}

function create(id: string, canvas: Size): RatingLayer {
  return { ...blank(id, canvas), value: "4.5" };
}

export const ratingEntry: LayerEntry<RatingLayer> = {
  type: "rating",
  label: "Rating",
  schema: ratingLayer,
  create,
  blank,
  presets: [{ id: "rating", label: "Rating", create }],
  content: ["value", "fallbackValue"],
  sections: [
    {
      title: "Rating",
      controls: [
        {
          kind: "text",
          path: "value",
          label: "Value",
          max: LIMITS.numberText,
          placeholders: true,
          hint: "A number such as 4.5. Type {{ to insert a field.",
        },
        { kind: "number", path: "maximum", label: "Symbols", min: 1, max: 10, step: 1 },
        { kind: "number", path: "fallbackValue", label: "If missing", min: 0, max: 10, step: 0.5 },
        {
          kind: "choice",
          path: "step",
          label: "Rounded to",
          options: [
            { value: "half", label: "Half symbols" },
            { value: "whole", label: "Whole symbols" },
            { value: "exact", label: "Not rounded" },
          ],
        },
      ],
    },
    {
      title: "Look",
      controls: [
        {
          kind: "choice",
          path: "symbol",
          label: "Symbol",
          options: [
            { value: "star", label: "Star" },
            { value: "heart", label: "Heart" },
            { value: "circle", label: "Circle" },
          ],
        },
        { kind: "color", path: "color", label: "Filled" },
        { kind: "color", path: "emptyColor", label: "Empty", optional: true },
        { kind: "number", path: "gap", label: "Gap", min: 0, max: 4096, step: 1, unit: "px" },
      ],
    },
  ],
  bindable: [
    { path: "color", label: "Filled colour", kind: "color" },
    { path: "emptyColor", label: "Empty colour", kind: "color" },
    { path: "maximum", label: "Symbols", kind: "number" },
  ],
  withText: (layer, value) => (value.length > LIMITS.numberText ? layer : { ...layer, value }),
  fieldReferences: ({ value }) => numberReferences(value, "/value"),
  renameField: (layer, from, to) => ({ ...layer, value: renamePlaceholder(layer.value, from, to) }),
  problems: ({ value, maximum, fallbackValue }) => [
    ...numberProblems(value, "/value", { isFit: () => true, expected: "a number such as 4.5" }),
    ...outOfRange(readNumber(value), maximum, "/value"),
    ...outOfRange(fallbackValue, maximum, "/fallbackValue"),
  ],
  ...NO_CHILDREN,
  scale: (layer, factor) => ({ ...layer, gap: scaled(layer.gap, factor, 0, 4096) }),
  resolve(layer, context) {
    const value = fillNumbers(layer.value, context);
    return value === layer.value ? layer : { ...layer, value };
  },
};
