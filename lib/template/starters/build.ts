import { DEFAULT_FORMAT, type Field, type FieldFormat, type FieldType } from "../field";
import type { GroupLayer } from "../layers/group";
import type { ImageLayer } from "../layers/image";
import type { QrLayer } from "../layers/qr";
import type { ShapeLayer } from "../layers/shape";
import type { TextLayer, TextStyle } from "../layers/text";
import type { Fill } from "../primitives";
import { type Document, type Layer, type SampleRow, SCHEMA_VERSION } from "../schema";

/** Small builders for starter documents: what a starter does not say takes a plain default. */

type Box = { id: string; name: string; x: number; y: number; width: number; height: number };

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

export function group(box: Box, children: Layer[], options: Partial<GroupLayer> = {}): GroupLayer {
  return { ...BASE, masked: false, ...options, ...box, type: "group", children };
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
