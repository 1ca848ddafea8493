import { z } from "zod";
import { fill, layerBase, share, stroke } from "../primitives";

export const shapeKind = z.enum(["rectangle", "ellipse", "line", "polygon", "star"]);
export type ShapeKind = z.infer<typeof shapeKind>;

export const shapeLayer = z.strictObject({
  ...layerBase,
  type: z.literal("shape"),
  shape: shapeKind,
  fill: fill.nullable(),
  stroke: stroke.nullable(),
  /** Corner radius of a rectangle, px. */
  radius: z.number().min(0).max(4096),
  /** Corners of a polygon, tips of a star. */
  points: z.number().int().min(3).max(60),
  /** Inner radius of a star as a share of the outer one. */
  innerRadius: share,
});
export type ShapeLayer = z.infer<typeof shapeLayer>;
