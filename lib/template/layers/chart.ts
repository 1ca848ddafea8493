import { z } from "zod";
import { centredBase, NO_CHILDREN, scaled } from "../layer-base";
import type { LayerEntry, Preset, Size } from "../layer-entry";
import { LIMITS } from "../limits";
import { placeholderKeys, renamePlaceholder } from "../placeholders";
import { colour, fill, layerBase, plainText, share } from "../primitives";
import { chartProblems, fillChart } from "./chart-data";
import { chartSections } from "./chart-sections";
import { textStyle } from "./text";

const { fontFamily, fontWeight, italic, fontSize, color } = textStyle.shape;

/** Numbers as bars, a line or the parts of a ring. */
export const chartLayer = z.strictObject({
  ...layerBase,
  type: z.literal("chart"),
  kind: z.enum(["bar", "line", "donut"]),
  /** A list of numbers, see `parseNumberList`; may hold `{{key}}` for one number or for the whole list. */
  values: plainText(LIMITS.chartText),
  /** The numbers that are drawn when the values are none; no fields. */
  fallbackValues: plainText(LIMITS.chartText),
  /** A list of texts, one a number; may hold `{{key}}`. Empty: there are no labels. */
  labels: plainText(LIMITS.chartText),
  /** Colours of bars and parts in turn; a line has the first one. */
  colors: z.array(colour).min(1).max(LIMITS.chartColors),
  /** Room between two bars as a share of the room a bar has with it. */
  barGap: share,
  /** Corner radius of a bar's free end, px. */
  radius: z.number().min(0).max(4096),
  /** Width of a line, px. */
  lineWidth: z.number().min(0.5).max(200),
  /** What fills the area below a line. */
  area: fill.nullable(),
  /** Radius of a ring's hole as a share of the ring's. */
  hole: share,
  /** Whether bars and lines are measured from 0 or, for more difference, from a little below the lowest value. */
  baseline: z.enum(["zero", "auto"]),
  grid: z.boolean(),
  gridColor: colour,
  /** How labels look. */
  style: z.strictObject({ fontFamily, fontWeight, italic, fontSize, color }),
});
export type ChartLayer = z.infer<typeof chartLayer>;

const PALETTE = ["#2563eb", "#f59e0b", "#10b981", "#ef4444", "#8b5cf6", "#06b6d4"];
const LABELS = { bar: "Bar chart", line: "Line chart", donut: "Donut chart" } as const;

function blank(id: string, canvas: Size): ChartLayer {
  const side = Math.min(canvas.width, canvas.height);
  return {
    ...centredBase(id, LABELS.bar, { width: canvas.width * 0.45, height: canvas.height * 0.45 }, canvas),
    type: "chart",
    kind: "bar",
    values: "",
    fallbackValues: "",
    labels: "",
    colors: ["#2563eb"],
    barGap: 0.3,
    radius: 4,
    lineWidth: Math.max(1, Math.round(side * 0.008)),
    area: null,
    hole: 0.6,
    baseline: "zero",
    grid: false,
    gridColor: "#d5dbe5",
    style: {
      fontFamily: "Inter",
      fontWeight: 400,
      italic: false,
      fontSize: Math.min(60, Math.max(8, Math.round(side * 0.035))),
      color: "#4b5563",
    },
  };
}

function preset(kind: ChartLayer["kind"], change: Partial<ChartLayer>): Preset<ChartLayer> {
  return {
    id: kind,
    label: LABELS[kind],
    create: (id, canvas) => ({
      ...blank(id, canvas),
      name: LABELS[kind],
      kind,
      values: "12, 30, 18, 42",
      labels: "Jan, Feb, Mar, Apr",
      ...change,
    }),
  };
}

const BARS = preset("bar", { grid: true });

export const chartEntry: LayerEntry<ChartLayer> = {
  type: "chart",
  label: "Chart",
  schema: chartLayer,
  create: BARS.create,
  blank,
  presets: [
    BARS,
    preset("line", { grid: true, area: { kind: "solid", color: "#2563eb26" } }),
    preset("donut", { colors: PALETTE }),
  ],
  content: ["values", "fallbackValues", "labels"],
  sections: chartSections,
  bindable: [
    // One colour for all of it: a list is too much for a value.
    { path: "colors", label: "Colour", kind: "color" },
    { path: "area.color", label: "Area below", kind: "color" },
    { path: "gridColor", label: "Grid colour", kind: "color" },
    { path: "style.color", label: "Label colour", kind: "color" },
    { path: "style.fontSize", label: "Label size", kind: "number" },
  ],
  withText: (chart, values) => (values.length > LIMITS.chartText ? chart : { ...chart, values }),
  fontSize: ({ style }) => style.fontSize,
  withFontSize: (chart, fontSize) => ({ ...chart, style: { ...chart.style, fontSize } }),
  fieldReferences: ({ values, labels }) => [
    ...placeholderKeys(values).map((key) => ({ key, path: "/values", expects: "any" as const })),
    ...placeholderKeys(labels).map((key) => ({ key, path: "/labels", expects: "any" as const })),
  ],
  renameField: (chart, from, to) => ({
    ...chart,
    values: renamePlaceholder(chart.values, from, to),
    labels: renamePlaceholder(chart.labels, from, to),
  }),
  problems: chartProblems,
  ...NO_CHILDREN,
  scale: (chart, factor) => ({
    ...chart,
    radius: scaled(chart.radius, factor, 0, 4096),
    lineWidth: scaled(chart.lineWidth, factor, 0.5, 200),
    style: {
      ...chart.style,
      fontSize: scaled(chart.style.fontSize, factor, LIMITS.fontSizeMin, LIMITS.fontSizeMax),
    },
  }),
  resolve: fillChart,
};
