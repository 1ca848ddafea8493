import type { ChartLayer } from "@/lib/template/layers/chart";
import type { Label } from "../layers/label";
import type { Box } from "../svg/rounded-rect";

/** Height of a line of labels as a multiple of their size. */
const LINE = 1.5;
/** Smallest size of labels that do not fit, as a share of theirs; then only every second, third... is drawn. */
const SHRINK = 0.6;
/** Share of a slot that a label may take. */
const FILL = 0.94;

/** Where a chart is drawn and what is written beside it, px. */
export type ChartFrame = { plot: Box; labels: Label[] };

/** Measures a text in the chart's style, px wide. */
export type Measure = (text: string) => number;

/**
 * The plot of bars or a line with its labels below, each in the middle of its slot: all of one size, smaller where
 * the widest needs that, and where that is not enough only every second, third... that has room.
 */
export function plotFrame(
  chart: ChartLayer,
  texts: readonly string[],
  count: number,
  measure: Measure,
): ChartFrame {
  const { width, height } = chart;
  const whole = { plot: { x: 0, y: 0, width, height }, labels: [] };
  if (texts.every((text) => text === "")) return whole;
  const slot = width / count;
  const band = Math.min(chart.style.fontSize * LINE, height / 3);
  const most = Math.max(...texts.map(measure)) * (band / LINE / chart.style.fontSize);
  const shrink = Math.min(1, Math.max(SHRINK, (slot * FILL) / most));
  const every = Math.max(1, Math.ceil((most * shrink) / (slot * FILL) - 0.001));
  const fontSize = Math.max(1, (band / LINE) * shrink);
  const room = slot * every;
  const labels = texts.flatMap((text, index): Label[] => {
    const x = (index + 0.5) * slot - room / 2;
    const isInside = x > -0.001 && x + room < width + 0.001;
    if (text === "" || !isInside || index % every !== Math.floor(every / 2)) return [];
    const style = { ...chart.style, fontSize };
    const place = { x, y: height - band, width: room, height: band };
    return [{ id: `${chart.id}-label-${index}`, text, ...place, align: "center", style }];
  });
  return { plot: { ...whole.plot, height: height - band }, labels };
}

/** The square of a ring at the left, and its legend: colour and label in rows, in the middle of the height. */
export function ringFrame(
  chart: ChartLayer,
  texts: readonly string[],
): ChartFrame & { swatches: readonly (Box & { index: number })[] } {
  const { width, height } = chart;
  const named = texts.flatMap((text, index) => (text === "" ? [] : [{ text, index }]));
  const side = Math.min(height, named.length === 0 ? width : width / 2);
  const left = named.length === 0 ? (width - side) / 2 : 0;
  const plot = { x: left, y: (height - side) / 2, width: side, height: side };
  if (named.length === 0) return { plot, labels: [], swatches: [] };
  const fontSize = Math.max(1, Math.min(chart.style.fontSize, height / named.length / LINE));
  const row = Math.min(fontSize * LINE, height / named.length);
  const top = (height - row * named.length) / 2;
  const swatch = fontSize * 0.75;
  const start = Math.min(width - 1, side + fontSize);
  const textStart = Math.min(width - 1, start + swatch * 1.6);
  const rows = named.map(({ text, index }, place) => ({ text, index, y: top + place * row }));
  return {
    plot,
    swatches: rows.map(({ index, y }) => ({
      index,
      x: start,
      y: y + (row - swatch) / 2,
      width: Math.min(swatch, width - start),
      height: swatch,
    })),
    labels: rows.map(({ text, index, y }) => ({
      id: `${chart.id}-label-${index}`,
      text,
      x: textStart,
      y,
      width: width - textStart,
      height: row,
      align: "left",
      style: { ...chart.style, fontSize },
    })),
  };
}
