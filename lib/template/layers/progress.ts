import { z } from "zod";
import { centredBase, NO_CHILDREN, scaled } from "../layer-base";
import type { LayerEntry, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { fillNumbers, numberProblems, numberReferences, readNumber } from "../number-text";
import { renamePlaceholder } from "../placeholders";
import { angle, fill, layerBase, plainText, share } from "../primitives";
import type { LayerProblem } from "../problem";

/** How much of a whole is reached, as a bar that fills its box or a ring in the largest circle that fits it. */
export const progressLayer = z.strictObject({
  ...layerBase,
  type: z.literal("progress"),
  kind: z.enum(["bar", "ring"]),
  /** What is reached and what is the whole: numbers, or `{{key}}` of fields that hold them. */
  value: plainText(LIMITS.numberText),
  maximum: plainText(LIMITS.numberText),
  /** Share of the whole that is shown when one of the two is no number or the whole is not more than 0. */
  fallbackValue: share,
  fill,
  /** What is behind the filled part; null leaves the canvas visible. */
  track: fill.nullable(),
  /** Corner radius of a bar, px. */
  radius: z.number().min(0).max(4096),
  /** Where a bar grows to. */
  direction: z.enum(["right", "left", "up", "down"]),
  /** Width of a ring's line, px; at most its radius is drawn. */
  thickness: z.number().min(0.5).max(4096),
  /** Where a ring begins, degrees clockwise from the top. */
  startAngle: angle,
  clockwise: z.boolean(),
  /** Whether the filled part ends in the track's own rounding instead of a straight edge. */
  roundCaps: z.boolean(),
});
export type ProgressLayer = z.infer<typeof progressLayer>;

/** The filled share of the whole, 0 to 1, once values are in place. */
export function progressShare({ value, maximum, fallbackValue }: ProgressLayer): number {
  const reached = readNumber(value);
  const whole = readNumber(maximum);
  if (reached === null || whole === null || whole <= 0) return fallbackValue;
  return Math.min(1, Math.max(0, reached / whole));
}

/** A value beyond the whole, as far as both are known. */
function outOfRange(value: string, maximum: string): LayerProblem[] {
  const reached = readNumber(value);
  const whole = readNumber(maximum);
  if (reached === null || whole === null || whole <= 0 || (reached >= 0 && reached <= whole)) return [];
  const message =
    reached > whole
      ? `${reached} is more than the maximum of ${whole}, so it is shown full.`
      : `${reached} is less than 0, so it is shown empty.`;
  return [{ code: "out_of_range", severity: "warning", path: "/value", message }];
}

const LABELS = { bar: "Progress bar", ring: "Progress ring" } as const;

function blankOf(kind: ProgressLayer["kind"], id: string, canvas: Size): ProgressLayer {
  const side = Math.min(canvas.width, canvas.height);
  const height = Math.max(4, Math.round(side * 0.05));
  const box =
    kind === "bar" ? { width: canvas.width * 0.45, height } : { width: side * 0.35, height: side * 0.35 };
  return {
    ...centredBase(id, LABELS[kind], box, canvas),
    type: "progress",
    kind,
    value: "",
    maximum: "100",
    fallbackValue: 0,
    fill: { kind: "solid", color: "#2563eb" },
    track: { kind: "solid", color: "#d5dbe5" },
    radius: Math.round(height / 2),
    direction: "right",
    thickness: Math.max(1, Math.round(side * 0.04)),
    startAngle: 0,
    clockwise: true,
    roundCaps: true,
  };
}

const createOf = (kind: ProgressLayer["kind"]) => (id: string, canvas: Size) => ({
  ...blankOf(kind, id, canvas),
  value: "65",
});
const isBar = ({ kind }: ProgressLayer) => kind === "bar";
const isRing = ({ kind }: ProgressLayer) => kind === "ring";

export const progressEntry: LayerEntry<ProgressLayer> = {
  type: "progress",
  label: "Progress",
  schema: progressLayer,
  create: createOf("bar"),
  blank: (id, canvas) => blankOf("bar", id, canvas),
  presets: [
    { id: "bar", label: LABELS.bar, create: createOf("bar") },
    { id: "ring", label: LABELS.ring, create: createOf("ring") },
  ],
  content: ["value", "maximum", "fallbackValue"],
  sections: [
    {
      title: "Progress",
      controls: [
        {
          kind: "choice",
          path: "kind",
          label: "Kind",
          options: [
            { value: "bar", label: "Bar" },
            { value: "ring", label: "Ring" },
          ],
        },
        { kind: "text", path: "value", label: "Value", max: LIMITS.numberText, placeholders: true },
        {
          kind: "text",
          path: "maximum",
          label: "Maximum",
          max: LIMITS.numberText,
          placeholders: true,
          hint: "Numbers such as 350 and 500. Type {{ to insert a field.",
        },
        { kind: "share", path: "fallbackValue", label: "If missing" },
      ],
    },
    {
      title: "Look",
      controls: [
        { kind: "fill", path: "fill", label: "Filled" },
        { kind: "fill", path: "track", label: "Track", optional: true },
        {
          kind: "number",
          path: "radius",
          label: "Corner radius",
          min: 0,
          max: 4096,
          step: 1,
          unit: "px",
          when: isBar,
        },
        {
          kind: "choice",
          path: "direction",
          label: "Grows",
          options: [
            { value: "right", label: "To the right" },
            { value: "left", label: "To the left" },
            { value: "up", label: "Upwards" },
            { value: "down", label: "Downwards" },
          ],
          when: isBar,
        },
        {
          kind: "number",
          path: "thickness",
          label: "Thickness",
          min: 0.5,
          max: 4096,
          step: 1,
          unit: "px",
          when: isRing,
        },
        {
          kind: "number",
          path: "startAngle",
          label: "Start",
          min: -360,
          max: 360,
          step: 1,
          unit: "°",
          when: isRing,
        },
        { kind: "toggle", path: "clockwise", label: "Clockwise", when: isRing },
        { kind: "toggle", path: "roundCaps", label: "Round ends" },
      ],
    },
  ],
  bindable: [
    { path: "fill.color", label: "Filled colour", kind: "color" },
    { path: "track.color", label: "Track colour", kind: "color" },
    { path: "thickness", label: "Thickness", kind: "number" },
    { path: "startAngle", label: "Start", kind: "number" },
  ],
  withText: (layer, value) => (value.length > LIMITS.numberText ? layer : { ...layer, value }),
  fieldReferences: ({ value, maximum }) => [
    ...numberReferences(value, "/value"),
    ...numberReferences(maximum, "/maximum"),
  ],
  renameField: (layer, from, to) => ({
    ...layer,
    value: renamePlaceholder(layer.value, from, to),
    maximum: renamePlaceholder(layer.maximum, from, to),
  }),
  problems: ({ value, maximum }) => [
    ...numberProblems(value, "/value", { isFit: () => true, expected: "a number such as 350" }),
    ...numberProblems(maximum, "/maximum", {
      isFit: (whole) => whole > 0,
      expected: "a number above 0 such as 500",
    }),
    ...outOfRange(value, maximum),
  ],
  ...NO_CHILDREN,
  scale: (layer, factor) => ({
    ...layer,
    radius: scaled(layer.radius, factor, 0, 4096),
    thickness: scaled(layer.thickness, factor, 0.5, 4096),
  }),
  resolve(layer, context) {
    const value = fillNumbers(layer.value, context);
    const maximum = fillNumbers(layer.maximum, context);
    return value === layer.value && maximum === layer.maximum ? layer : { ...layer, value, maximum };
  },
};
