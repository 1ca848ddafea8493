import { z } from "zod";
import { centredBase, NO_CHILDREN, scaled } from "../layer-base";
import type { FieldReference, LayerEntry, Preset, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { placeholderKeys, renamePlaceholder } from "../placeholders";
import { assetId, fill, layerBase, plainText, stroke } from "../primitives";
import type { Unit } from "./countdown-parts";
import { countdownProblems } from "./countdown-problems";
import { resolveCountdown } from "./countdown-resolve";
import { countdownSections } from "./countdown-sections";
import { textStyle } from "./text";

const label = plainText(40);
const whole = (max: number) => z.number().int().min(0).max(max);

/** Time that is left until something, in digits, as large as its style says and fits the box. */
export const countdownLayer = z.strictObject({
  ...layerBase,
  type: z.literal("countdown"),
  /** To a moment that is the same for all, or for so long since a recipient first opened the picture. */
  counts: z.enum(["to_moment", "from_open"]),
  /** The moment: a date with or without a time, or `{{key}}` of a field that holds one. A date alone is over with its day. */
  target: plainText(LIMITS.momentText),
  /** Zone of a moment that names none: an IANA name or `{{key}}`; empty is that of the document. */
  timeZone: plainText(LIMITS.momentText),
  /** Who has opened it, such as `{{email}}`; what stands there tells recipients apart. */
  recipient: plainText(LIMITS.momentText),
  /** For how long it counts since the first open. */
  lasts: z.strictObject({ days: whole(365), hours: whole(999), minutes: whole(999) }),
  /** Units that are shown; the largest of them carries what larger ones would hold. */
  units: z
    .strictObject({ days: z.boolean(), hours: z.boolean(), minutes: z.boolean(), seconds: z.boolean() })
    .refine((units) => Object.values(units).includes(true), "A countdown shows at least one unit."),
  labels: z.strictObject({ days: label, hours: label, minutes: label, seconds: label }),
  labelPlace: z.enum(["below", "above", "none"]),
  /** `two` writes 05 for 5. */
  digits: z.enum(["two", "plain"]),
  /** Stands between two units, such as a colon; may be empty. */
  separator: plainText(3),
  style: textStyle,
  labelStyle: textStyle.pick({ fontSize: true, fontWeight: true, color: true, transform: true }),
  /** What has a box of its own. */
  boxes: z.enum(["none", "units", "digits"]),
  fill: fill.nullable(),
  stroke: stroke.nullable(),
  /** Corner radius of a box, room between two units and inside of a box, px. */
  radius: z.number().min(0).max(4096),
  gap: z.number().min(0).max(4096),
  padding: z.number().min(0).max(4096),
  /** What is shown once it is over. */
  whenOver: z.enum(["zeros", "phrase", "picture", "hidden"]),
  phrase: plainText(LIMITS.value),
  overPicture: assetId.nullable(),
});
export type CountdownLayer = z.infer<typeof countdownLayer>;

/** What a countdown shows at a moment, once values are in place. */
export type CountdownShown =
  | { kind: "digits"; units: { unit: Unit; digits: string; label: string }[] }
  | { kind: "phrase"; text: string }
  | { kind: "picture"; assetId: string };

/** A countdown at a moment: how it looks and what it shows, and nothing of what that came from. */
export type ResolvedCountdownLayer = Omit<
  CountdownLayer,
  | "counts"
  | "target"
  | "timeZone"
  | "recipient"
  | "lasts"
  | "units"
  | "labels"
  | "digits"
  | "whenOver"
  | "phrase"
  | "overPicture"
> & { shown: CountdownShown };

/** Share of the canvas's width that digits take for their size: 72 px on 1200 px. */
const DIGITS_SHARE = 72 / 1200;

function blank(id: string, canvas: Size): CountdownLayer {
  const fontSize = Math.min(300, Math.max(12, Math.round(canvas.width * DIGITS_SHARE)));
  const labelSize = Math.max(8, Math.round(fontSize * 0.25));
  const padding = Math.round(fontSize * 0.22);
  const gap = Math.round(fontSize * 0.25);
  const size = { width: fontSize * 8.4, height: fontSize * 1.2 + labelSize * 1.4 + 2 * padding };
  return {
    ...centredBase(id, "Countdown", size, canvas),
    type: "countdown",
    counts: "to_moment",
    target: "",
    timeZone: "",
    recipient: "",
    lasts: { days: 2, hours: 0, minutes: 0 },
    units: { days: true, hours: true, minutes: true, seconds: true },
    labels: { days: "Days", hours: "Hours", minutes: "Minutes", seconds: "Seconds" },
    labelPlace: "below",
    digits: "two",
    separator: "",
    style: {
      fontFamily: "Inter",
      fontWeight: 700,
      italic: false,
      fontSize,
      color: "#ffffff",
      letterSpacing: 0,
      underline: false,
      transform: "none",
    },
    labelStyle: { fontSize: labelSize, fontWeight: 500, color: "#d1d5db", transform: "none" },
    boxes: "units",
    fill: { kind: "solid", color: "#111827" },
    stroke: null,
    radius: Math.round(fontSize * 0.18),
    gap,
    padding,
    whenOver: "zeros",
    phrase: "",
    overPicture: null,
  };
}

/** Starting points: in boxes, as a line of digits, and one that begins for each recipient. */
function boxed(id: string, canvas: Size): CountdownLayer {
  return {
    ...blank(id, canvas),
    target: "2027-12-31 23:59",
    whenOver: "phrase",
    phrase: "The offer has ended",
  };
}

function clock(id: string, canvas: Size): CountdownLayer {
  const base = boxed(id, canvas);
  const { fontSize } = base.style;
  const size = { width: fontSize * 7, height: fontSize * 1.3 };
  const { name } = base;
  return {
    ...base,
    ...centredBase(id, name, size, canvas),
    labelPlace: "none",
    separator: ":",
    style: { ...base.style, color: "#111827" },
    boxes: "none",
    padding: 0,
  };
}

function sinceOpen(id: string, canvas: Size): CountdownLayer {
  const base = boxed(id, canvas);
  // Labels stand outside of boxes around digits.
  const labelStyle = { ...base.labelStyle, color: "#4b5563" };
  return { ...base, counts: "from_open", target: "", boxes: "digits", labelStyle };
}

const preset = (id: string, name: string, create: Preset<CountdownLayer>["create"]) => ({
  id,
  label: name,
  create,
});

/** The properties in which fields stand, with what each is read as. */
const WITH_FIELDS = [
  ["target", "date"],
  ["timeZone", "text"],
  ["recipient", "any"],
  ["phrase", "any"],
] as const;

function fieldReferences(layer: CountdownLayer): FieldReference[] {
  return WITH_FIELDS.flatMap(([name, expects]) =>
    placeholderKeys(layer[name]).map((key) => ({ key, path: `/${name}`, expects })),
  );
}

export const countdownEntry: LayerEntry<CountdownLayer> = {
  type: "countdown",
  label: "Countdown",
  schema: countdownLayer,
  create: boxed,
  blank,
  presets: [
    preset("boxes", "Countdown", boxed),
    preset("clock", "Countdown in a line", clock),
    preset("since-open", "Countdown from first open", sinceOpen),
  ],
  content: [
    "counts",
    "target",
    "timeZone",
    "recipient",
    "lasts",
    "labels",
    "whenOver",
    "phrase",
    "overPicture",
  ],
  sections: countdownSections,
  bindable: [
    { path: "style.color", label: "Digits colour", kind: "color" },
    { path: "labelStyle.color", label: "Label colour", kind: "color" },
    { path: "fill.color", label: "Box colour", kind: "color" },
    { path: "stroke.color", label: "Box outline colour", kind: "color" },
    { path: "style.fontSize", label: "Digits size", kind: "number" },
    { path: "gap", label: "Gap", kind: "number" },
  ],
  readsClock: true,
  withText: (layer, target) =>
    target.length > LIMITS.momentText ? layer : { ...layer, counts: "to_moment", target },
  fontSize: ({ style }) => style.fontSize,
  withFontSize: (layer, fontSize) => ({ ...layer, style: { ...layer.style, fontSize } }),
  withAssets(layer, assetFor) {
    const next = layer.overPicture === null ? null : assetFor(layer.overPicture);
    return next === layer.overPicture ? layer : { ...layer, overPicture: next };
  },
  fieldReferences,
  renameField: (layer, from, to) => ({
    ...layer,
    ...Object.fromEntries(WITH_FIELDS.map(([name]) => [name, renamePlaceholder(layer[name], from, to)])),
  }),
  problems: countdownProblems,
  ...NO_CHILDREN,
  scale(layer, factor) {
    const size = (px: number) => scaled(px, factor, LIMITS.fontSizeMin, LIMITS.fontSizeMax);
    const length = (px: number) => scaled(px, factor, 0, 4096);
    const { style, labelStyle, stroke: line } = layer;
    return {
      ...layer,
      style: {
        ...style,
        fontSize: size(style.fontSize),
        letterSpacing: scaled(style.letterSpacing, factor, -100, 200),
      },
      labelStyle: { ...labelStyle, fontSize: size(labelStyle.fontSize) },
      stroke: line && { ...line, width: scaled(line.width, factor, 0.1, 200) },
      radius: length(layer.radius),
      gap: length(layer.gap),
      padding: length(layer.padding),
    };
  },
  resolve: resolveCountdown,
};
