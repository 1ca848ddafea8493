import type { ShapeLayer } from "@/lib/template/layers/shape";
import { OUTLINE_SIDE, outlineCommands } from "@/lib/template/outline";
import type { Fill, Stroke } from "@/lib/template/primitives";
import { type Bounds, growBounds } from "../bounds";
import { colourAttributes, parseColour } from "../svg/colour";
import { fillPaint } from "../svg/fill-paint";
import { px } from "../svg/numbers";
import { shapeOutline } from "../svg/shape-outline";
import type { LayerPainter } from "./layer-painter";

/** Longest spike of a pointed corner, in line widths; sharper corners are cut off (SVG's own default). */
const MITER_LIMIT = 4;

const CAP = ' stroke-linecap="round"';
const ROUND = `${CAP} stroke-linejoin="round"`;

/** A shape's fill with its stroke centred on the outline. A line has no fill. */
export const shapePainter: LayerPainter<ShapeLayer> = {
  paint(layer) {
    const { width, height, stroke } = layer;
    const fill = layer.shape === "line" ? null : layer.fill;
    const isDrawn = layer.shape === "path";
    if ((!fill && !stroke) || (isDrawn && layer.outline === "")) return { svg: "", ink: null };
    const { attributes, definition } = fillPaint(fill, width, height, `${layer.id}.fill`);
    const data = shapeOutline(layer);
    const box = isDrawn ? reach(layer) : { left: 0, top: 0, right: width, bottom: height };
    return {
      svg: `${definition}<path d="${data}" ${attributes}${stroke ? strokeAttributes(stroke, isDrawn) : ""}/>`,
      ink: stroke ? growBounds(box, (stroke.width / 2) * MITER_LIMIT) : box,
      ...(!stroke && isOpaque(fill) && { outline: data }),
    };
  },
};

function isOpaque(fill: Fill | null): boolean {
  if (!fill) return false;
  const colours = fill.kind === "solid" ? [fill] : fill.stops;
  return colours.every(({ color }) => parseColour(color).alpha === 1);
}

/** How far an outline of its own reaches: its points, between which its curves stay. */
function reach({ outline, width, height }: ShapeLayer): Bounds {
  const box = { left: 0, top: 0, right: width, bottom: height };
  for (const [, numbers] of outlineCommands(outline)) {
    for (const [index, value] of numbers.entries()) {
      const at = (value / OUTLINE_SIDE) * (index % 2 === 0 ? width : height);
      if (index % 2 === 0) [box.left, box.right] = [Math.min(box.left, at), Math.max(box.right, at)];
      else [box.top, box.bottom] = [Math.min(box.top, at), Math.max(box.bottom, at)];
    }
  }
  return box;
}

/** Lines of a drawing end and turn round, as icons are drawn. */
function strokeAttributes({ color, width, dash }: Stroke, round: boolean): string {
  const pattern = {
    solid: "",
    dashed: ` stroke-dasharray="${px(width * 3)} ${px(width * 2)}"`,
    dotted: ` stroke-dasharray="0 ${px(width * 2)}"${round ? "" : CAP}`,
  }[dash];
  return ` ${colourAttributes("stroke", color)} stroke-width="${px(width)}"${round ? ROUND : ` stroke-miterlimit="${MITER_LIMIT}"`}${pattern}`;
}
