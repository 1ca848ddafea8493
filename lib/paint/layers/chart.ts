import type { ChartLayer } from "@/lib/template/layers/chart";
import { chartLabels, chartNumbers } from "@/lib/template/layers/chart-data";
import { LIMITS } from "@/lib/template/limits";
import { unionBounds } from "../bounds";
import { plotFrame, ringFrame } from "../chart/chart-frame";
import { valueScale } from "../chart/value-scale";
import { colourAttributes } from "../svg/colour";
import { fillPaint } from "../svg/fill-paint";
import { px } from "../svg/numbers";
import { ringSector } from "../svg/ring-sector";
import { type Box, roundedRect } from "../svg/rounded-rect";
import { labelLayer, paintLabels } from "./label";
import type { LayerPainter } from "./layer-painter";

/** Widest hole, so that a ring has a line, and widest gap, so that a bar has a width. */
const MOST = 0.98;

/** Width of grid lines, px. */
const GRID_LINE = 1;

/** Bars, a line or a ring inside the box, with labels below or a legend beside. Without numbers nothing is painted. */
export const chartPainter: LayerPainter<ChartLayer> = {
  async paint(layer, context) {
    const numbers = chartNumbers(layer);
    if (numbers === null) return { svg: "", ink: null };
    const texts = chartLabels(layer).slice(0, numbers.length);
    if (layer.kind === "donut") {
      const { plot, labels, swatches } = ringFrame(layer, texts);
      const legend = swatches.map((box) =>
        filled(roundedRect(box, box.width / 4), colourOf(layer, box.index)),
      );
      const words = await paintLabels(labels, context);
      const svg = ring(layer, numbers, plot) + legend.join("") + words.svg;
      return { svg, ink: unionBounds([boxOf(layer), words.ink]) };
    }
    const measure = (text: string) => context.layoutText(wide(layer, text)).width;
    const { plot, labels } = plotFrame(layer, texts, numbers.length, measure);
    const words = await paintLabels(labels, context);
    const draw = layer.kind === "bar" ? bars : line;
    const svg = draw(layer, numbers, plot, labels.length > 0) + words.svg;
    return { svg, ink: unionBounds([boxOf(layer), words.ink]) };
  },
  texts(layer) {
    const count = chartNumbers(layer)?.length ?? 0;
    return chartLabels(layer)
      .slice(0, count)
      .map((text) => wide(layer, text));
  },
};

/** A label that nothing breaks or shrinks, to load its font and to measure it. */
function wide({ id, style }: ChartLayer, text: string) {
  const room = { x: 0, y: 0, width: LIMITS.coordinate, height: LIMITS.coordinate };
  return labelLayer({ id: `${id}.label`, text, ...room, align: "left", style });
}

function boxOf({ width, height }: ChartLayer) {
  return { left: 0, top: 0, right: width, bottom: height };
}

function colourOf({ colors }: ChartLayer, index: number): string {
  return colors[index % colors.length] ?? "#000000";
}

function filled(data: string, color: string): string {
  return data === "" ? "" : `<path d="${data}" ${colourAttributes("fill", color)}/>`;
}

/** Where a value stands in a plot, px from the layer's top; with the grid behind it. */
function vertical(layer: ChartLayer, numbers: readonly number[], { y, height }: Box) {
  const { low, high, lines } = valueScale(numbers, layer);
  const at = (value: number) => y + ((high - value) / (high - low)) * height;
  const data = lines
    .map((value) => Math.min(y + height - GRID_LINE / 2, Math.max(y + GRID_LINE / 2, at(value))))
    .map((top) => `M0 ${px(top)}H${px(layer.width)}`)
    .join("");
  const stroke = colourAttributes("stroke", layer.gridColor);
  const grid = data === "" ? "" : `<path d="${data}" ${stroke} stroke-width="${GRID_LINE}"/>`;
  return { at, grid, base: at(Math.min(high, Math.max(low, 0))) };
}

function bars(layer: ChartLayer, numbers: readonly number[], plot: Box): string {
  const { at, grid, base } = vertical(layer, numbers, plot);
  const slot = plot.width / numbers.length;
  const width = slot * (1 - Math.min(MOST, layer.barGap));
  const drawn = numbers.map((value, index) => {
    const end = at(value);
    if (end === base) return "";
    const x = plot.x + index * slot + (slot - width) / 2;
    const box = { x, y: Math.min(end, base), width, height: Math.abs(end - base) };
    return filled(roundedRect(box, layer.radius, end < base ? "top" : "bottom"), colourOf(layer, index));
  });
  return grid + drawn.join("");
}

/** With labels a point stands in the middle of its slot, else the line runs from side to side. */
function line(layer: ChartLayer, numbers: readonly number[], plot: Box, isSlotted: boolean): string {
  const inset = Math.min(layer.lineWidth, plot.width, plot.height) / 2;
  const room = { ...plot, y: plot.y + inset, height: plot.height - 2 * inset };
  const { at, grid, base } = vertical(layer, numbers, room);
  const slot = plot.width / numbers.length;
  const gap = (plot.width - 2 * inset) / Math.max(1, numbers.length - 1);
  const isAlone = numbers.length === 1;
  const xAt = (index: number) => (isSlotted || isAlone ? (index + 0.5) * slot : inset + index * gap);
  const points = numbers.map((value, index) => `${px(xAt(index))} ${px(at(value))}`).join("L");
  const color = colourOf(layer, 0);
  if (isAlone) {
    const place = `cx="${px(xAt(0))}" cy="${px(at(numbers[0] ?? 0))}"`;
    return `${grid}<circle ${place} r="${px(inset)}" ${colourAttributes("fill", color)}/>`;
  }
  const { attributes, definition } = fillPaint(layer.area, plot.width, plot.height, `${layer.id}.area`);
  const floor = `L${px(xAt(numbers.length - 1))} ${px(base)}L${px(xAt(0))} ${px(base)}Z`;
  const area = layer.area ? `${definition}<path d="M${points}${floor}" ${attributes}/>` : "";
  const stroke = `fill="none" ${colourAttributes("stroke", color)} stroke-width="${px(inset * 2)}" stroke-linejoin="round" stroke-linecap="round"`;
  return `${grid}${area}<path d="M${points}" ${stroke}/>`;
}

/** Parts of the whole clockwise from the top. */
function ring(layer: ChartLayer, numbers: readonly number[], plot: Box): string {
  const outer = plot.width / 2;
  const shape = {
    centreX: plot.x + outer,
    centreY: plot.y + outer,
    outer,
    inner: outer * Math.min(MOST, layer.hole),
    round: false,
  };
  const total = numbers.reduce((sum, value) => sum + value, 0);
  let from = 0;
  return numbers
    .map((value, index) => {
      const sweep = (value / total) * 360;
      const data = ringSector({ ...shape, from, sweep });
      from += sweep;
      return filled(data, colourOf(layer, index));
    })
    .join("");
}
