import { DEFAULT_FORMAT, type Field, type FieldFormat, type FieldType } from "../field";
import { fitGroup } from "../fit-group";
import type { BarcodeLayer } from "../layers/barcode";
import type { ChartLayer } from "../layers/chart";
import type { CountdownLayer } from "../layers/countdown";
import type { GroupLayer } from "../layers/group";
import type { ImageLayer } from "../layers/image";
import type { ProgressLayer } from "../layers/progress";
import type { QrLayer } from "../layers/qr";
import type { RatingLayer } from "../layers/rating";
import type { ShapeLayer } from "../layers/shape";
import type { TextLayer, TextStyle } from "../layers/text";
import type { Fill, Rule, RuleTest } from "../primitives";
import { type Document, type Layer, type SampleRow, SCHEMA_VERSION } from "../schema";

/** Small builders for starter documents: what a starter does not say takes a plain default. */

type Box = { id: string; name: string; x: number; y: number; width: number; height: number };

/** Where a layer stands and what it is called, in one line. Lengths in px. */
export function box(id: string, name: string, x: number, y: number, width: number, height: number): Box {
  return { id, name, x, y, width, height };
}

/** What a starter's document has and does not use. */
export const DESIGN = {
  schemaVersion: SCHEMA_VERSION,
  backgroundKey: null,
  backgroundToken: null,
  timeZone: "UTC",
  guides: [],
  variants: [],
} satisfies Partial<Document>;

const BASE = {
  rotation: 0,
  opacity: 1,
  shadow: null,
  visible: true,
  locked: false,
  locks: [],
  tokens: {},
  hideWhenMissing: [],
  rules: [],
  bindings: [],
};

const STYLE: TextStyle = {
  fontFamily: "Inter",
  fontWeight: 400,
  italic: false,
  fontSize: 32,
  color: "#111827",
  letterSpacing: 0,
  underline: false,
  transform: "none",
};

type TextOptions = Partial<Omit<TextLayer, "type" | "style" | "runs">> & {
  style?: Partial<TextStyle>;
  runs?: TextLayer["runs"];
};

export function text(box: Box, content: string, options: TextOptions = {}): TextLayer {
  const { style, runs, ...rest } = options;
  return {
    ...BASE,
    type: "text",
    direction: "auto",
    align: "left",
    verticalAlign: "top",
    lineHeight: 1.2,
    fit: "shrink",
    maxLines: 0,
    minFontSize: 14,
    phraseFallback: "",
    stroke: null,
    fill: null,
    highlight: null,
    ...rest,
    ...box,
    runs: runs ?? [{ text: content, style: {} }],
    style: { ...STYLE, ...style },
  };
}

export function shape(box: Box, kind: ShapeLayer["shape"], options: Partial<ShapeLayer> = {}): ShapeLayer {
  return {
    ...BASE,
    type: "shape",
    shape: kind,
    fill: solid("#e5e7eb"),
    stroke: null,
    radius: 0,
    points: 5,
    innerRadius: 0.45,
    outline: "",
    ...options,
    ...box,
  };
}

export function image(box: Box, options: Partial<ImageLayer> = {}): ImageLayer {
  return {
    ...BASE,
    type: "image",
    source: { kind: "none" },
    replacement: null,
    fit: "cover",
    focalX: 0.5,
    focalY: 0.5,
    zoom: 1,
    radius: 0,
    mask: "none",
    ...options,
    ...box,
  };
}

export function qr(box: Box, content: string, options: Partial<QrLayer> = {}): QrLayer {
  return {
    ...BASE,
    type: "qr",
    text: content,
    color: "#111827",
    background: "#ffffff",
    level: "M",
    margin: 2,
    ...options,
    ...box,
  };
}

export function barcode(box: Box, content: string, options: Partial<BarcodeLayer> = {}): BarcodeLayer {
  return {
    ...BASE,
    type: "barcode",
    symbology: "code128",
    text: content,
    fallbackText: "",
    color: "#111827",
    background: "#ffffff",
    quietZone: 10,
    showText: true,
    ...options,
    ...box,
  };
}

export function progress(box: Box, value: string, options: Partial<ProgressLayer> = {}): ProgressLayer {
  return {
    ...BASE,
    type: "progress",
    kind: "bar",
    value,
    maximum: "100",
    fallbackValue: 0,
    fill: solid("#2563eb"),
    track: solid("#d5dbe5"),
    radius: box.height / 2,
    direction: "right",
    thickness: 24,
    startAngle: 0,
    clockwise: true,
    roundCaps: true,
    ...options,
    ...box,
  };
}

export function rating(box: Box, value: string, options: Partial<RatingLayer> = {}): RatingLayer {
  return {
    ...BASE,
    type: "rating",
    value,
    maximum: 5,
    fallbackValue: 5,
    step: "half",
    symbol: "star",
    color: "#f59e0b",
    emptyColor: "#d5dbe5",
    gap: 12,
    ...options,
    ...box,
  };
}

export function chart(box: Box, values: string, options: Partial<ChartLayer> = {}): ChartLayer {
  return {
    ...BASE,
    type: "chart",
    kind: "bar",
    values,
    fallbackValues: "",
    labels: "",
    colors: ["#2563eb"],
    barGap: 0.4,
    radius: 8,
    lineWidth: 6,
    area: null,
    hole: 0.6,
    baseline: "zero",
    grid: false,
    gridColor: "#d5dbe5",
    style: { fontFamily: "Inter", fontWeight: 500, italic: false, fontSize: 22, color: "#4b5563" },
    ...options,
    ...box,
  };
}

type CountdownOptions = Partial<Omit<CountdownLayer, "type" | "style">> & { style?: Partial<TextStyle> };

export function countdown(box: Box, options: CountdownOptions = {}): CountdownLayer {
  const { style, ...rest } = options;
  return {
    ...BASE,
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
    labelStyle: { fontSize: 24, fontWeight: 500, color: "#4b5563", transform: "none" },
    boxes: "units",
    fill: solid("#111827"),
    stroke: null,
    radius: 12,
    gap: 16,
    padding: 12,
    whenOver: "zeros",
    phrase: "",
    overPicture: null,
    ...rest,
    ...box,
    style: { ...STYLE, ...style },
  };
}

export function group(box: Box, children: Layer[], options: Partial<GroupLayer> = {}): GroupLayer {
  return { ...BASE, masked: false, ...options, ...box, type: "group", children };
}

/** A group drawn tight around layers that stand where they stand on the canvas. */
export function grouped(
  id: string,
  name: string,
  children: Layer[],
  options: Partial<GroupLayer> = {},
): Layer {
  return fitGroup(group(box(id, name, 0, 0, 1, 1), children, options));
}

/** A rule that sets a property while a field's value passes a test. */
export function setWhen(
  key: string,
  is: RuleTest["is"],
  value: string,
  then: { path: string; value: string },
): Rule {
  return { when: { match: "all", tests: [{ key, is, value }] }, then: { kind: "set", ...then } };
}

/** A rule that hides the layer while a field's value passes a test. */
export function hideWhen(key: string, is: RuleTest["is"], value: string): Rule {
  return { when: { match: "all", tests: [{ key, is, value }] }, then: { kind: "hide" } };
}

export function solid(color: string): Fill {
  return { kind: "solid", color };
}

/** A gradient whose colours are spread evenly along a CSS angle in degrees. */
export function linear(angle: number, ...colors: string[]): Fill {
  const last = Math.max(1, colors.length - 1);
  return { kind: "linear", angle, stops: colors.map((color, index) => ({ offset: index / last, color })) };
}

type FieldOptions = { fallback?: string; type?: FieldType; format?: Partial<FieldFormat> };

export function field(key: string, label: string, options: FieldOptions = {}): Field {
  return {
    key,
    label,
    type: options.type ?? "text",
    fallback: options.fallback ?? "",
    format: { ...DEFAULT_FORMAT, ...options.format },
  };
}

/** How an amount of money or a whole number is written. */
export function money(currency: string, decimals = 2): Partial<FieldFormat> {
  return {
    number: { style: "currency", currency, minimumDecimals: decimals, maximumDecimals: decimals },
  };
}
export const WHOLE: Partial<FieldFormat> = {
  number: { style: "decimal", currency: "USD", minimumDecimals: 0, maximumDecimals: 0 },
};

/** Title case for names that arrive in one case. */
export const NAME_FORMAT: Partial<FieldFormat> = { case: "name" };

/** Sample rows from a header of keys and lines of values; the first value of a line is the row's name. */
export function samples(keys: readonly string[], ...lines: readonly (readonly string[])[]): SampleRow[] {
  return lines.map(([name = "", ...values], index) => ({
    id: `row${index + 1}`,
    name,
    values: Object.fromEntries(keys.map((key, at) => [key, values[at] ?? ""])),
  }));
}
