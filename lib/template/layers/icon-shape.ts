import { centredBase } from "../layer-base";
import type { Size } from "../layer-entry";
import { OUTLINE_SIDE } from "../outline";
import { type ShapeLayer, shapeEntry } from "./shape";

/** Width of an icon's line in the square of its outline, as the icon set draws it. */
const LINE = 2;

/** An icon as a layer in the middle of a canvas: its lines in one colour, recoloured and widened like any stroke. */
export function iconShape(
  id: string,
  canvas: Size,
  { label, outline }: { label: string; outline: string },
): ShapeLayer {
  const side = Math.max(OUTLINE_SIDE, Math.round(Math.min(canvas.width, canvas.height) * 0.24));
  return {
    ...shapeEntry.blank(id, canvas),
    ...centredBase(id, label, { width: side, height: side }, canvas),
    shape: "path",
    outline,
    fill: null,
    stroke: { color: "#1f2937", width: Math.round(((side * LINE) / OUTLINE_SIDE) * 10) / 10, dash: "solid" },
  };
}
