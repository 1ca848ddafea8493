import { z } from "zod";
import { LIMITS } from "../limits";
import { type LayerBase, layerBase } from "../primitives";
import { type Layer, layer } from "../schema";

const child: z.ZodType<Layer> = z.lazy(() => layer);

/** Children are placed inside the group's own unrotated box: its top left corner is their origin. */
export const groupLayer = z.strictObject({
  ...layerBase,
  type: z.literal("group"),
  children: z.array(child).max(LIMITS.layers),
});

export interface GroupLayer extends LayerBase {
  type: "group";
  children: Layer[];
}
