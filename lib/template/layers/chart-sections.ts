import type { Section } from "../layer-entry";
import { LIMITS } from "../limits";
import type { ChartLayer } from "./chart";

const isKind =
  (...kinds: ChartLayer["kind"][]) =>
  ({ kind }: ChartLayer) =>
    kinds.includes(kind);
const hasLabels = ({ labels }: ChartLayer) => labels.trim() !== "";

/** What the inspector shows for a chart. */
export const chartSections: readonly Section<ChartLayer>[] = [
  {
    title: "Chart",
    controls: [
      {
        kind: "choice",
        path: "kind",
        label: "Kind",
        options: [
          { value: "bar", label: "Bars" },
          { value: "line", label: "Line" },
          { value: "donut", label: "Donut" },
        ],
      },
      {
        kind: "text",
        path: "values",
        label: "Values",
        max: LIMITS.chartText,
        multiline: true,
        placeholders: true,
        hint: `Up to ${LIMITS.chartItems} numbers such as 12, 30, 18. Type {{ to insert a field.`,
      },
      {
        kind: "text",
        path: "fallbackValues",
        label: "Values if missing",
        max: LIMITS.chartText,
        hint: "Drawn when the values are not numbers.",
      },
      {
        kind: "text",
        path: "labels",
        label: "Labels",
        max: LIMITS.chartText,
        multiline: true,
        placeholders: true,
        hint: "One for each value, such as Jan, Feb, Mar.",
      },
    ],
  },
  {
    title: "Look",
    controls: [
      { kind: "colors", path: "colors", label: "Colours", max: LIMITS.chartColors },
      { kind: "share", path: "barGap", label: "Gap", when: isKind("bar") },
      {
        kind: "number",
        path: "radius",
        label: "Corner radius",
        min: 0,
        max: 4096,
        step: 1,
        unit: "px",
        when: isKind("bar"),
      },
      {
        kind: "number",
        path: "lineWidth",
        label: "Line width",
        min: 0.5,
        max: 200,
        step: 0.5,
        unit: "px",
        when: isKind("line"),
      },
      { kind: "fill", path: "area", label: "Area below", optional: true, inPart: true, when: isKind("line") },
      { kind: "share", path: "hole", label: "Hole", when: isKind("donut") },
      {
        kind: "choice",
        path: "baseline",
        label: "Starts at",
        options: [
          { value: "zero", label: "Zero" },
          { value: "auto", label: "Lowest" },
        ],
        when: isKind("bar", "line"),
      },
      { kind: "toggle", path: "grid", label: "Grid lines", when: isKind("bar", "line") },
      {
        kind: "color",
        path: "gridColor",
        label: "Grid colour",
        when: (chart) => chart.grid && chart.kind !== "donut",
      },
    ],
  },
  {
    title: "Labels",
    controls: [
      { kind: "font", label: "Font", when: hasLabels },
      {
        kind: "number",
        path: "style.fontSize",
        label: "Size",
        min: LIMITS.fontSizeMin,
        max: LIMITS.fontSizeMax,
        step: 1,
        unit: "px",
        when: hasLabels,
      },
      { kind: "color", path: "style.color", label: "Colour", when: hasLabels },
    ],
  },
];
