import type { ShapeLayer } from "@/lib/template/layers/shape";
import type { Fill, Stroke } from "@/lib/template/primitives";
import { growBounds } from "../bounds";
import { colourAttributes, parseColour } from "../svg/colour";
import { fillPaint } from "../svg/fill-paint";
import { px } from "../svg/numbers";
import { shapeOutline } from "../svg/shape-outline";
import type { LayerPainter } from "./layer-painter";

/** Longest spike of a pointed corner, in line widths; sharper corners are cut off (SVG's own default). */
const MITER_LIMIT = 4;

/** A shape's fill with its stroke centred on the outline. A line has no fill. */
export const shapePainter: LayerPainter<ShapeLayer> = {
  paint(layer) {
    const { width, height, stroke } = layer;
    const fill = layer.shape === "line" ? null : layer.fill;
    if (!fill && !stroke) return { svg: "", ink: null };
    const { attributes, definition } = fillPaint(fill, width, height, `${layer.id}.fill`);
    const data = shapeOutline(layer);
    const box = { left: 0, top: 0, right: width, bottom: height };
    return {
      svg: `${definition}<path d="${data}" ${attributes}${stroke ? strokeAttributes(stroke) : ""}/>`,
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

function strokeAttributes({ color, width, dash }: Stroke): string {
  const pattern = {
    solid: "",
    dashed: ` stroke-dasharray="${px(width * 3)} ${px(width * 2)}"`,
    dotted: ` stroke-dasharray="0 ${px(width * 2)}" stroke-linecap="round"`,
  }[dash];
  return ` ${colourAttributes("stroke", color)} stroke-width="${px(width)}" stroke-miterlimit="${MITER_LIMIT}"${pattern}`;
}
