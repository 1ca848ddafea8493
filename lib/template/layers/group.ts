import { z } from "zod";
import { centredBase } from "../layer-base";
import type { LayerEntry } from "../layer-entry";
import { LIMITS } from "../limits";
import { type LayerBase, layerBase } from "../primitives";
import { type Layer, layer } from "../schema";

const child: z.ZodType<Layer> = z.lazy(() => layer);

/**
 * Children are placed inside the group's own unrotated box: its top left corner is their origin. The box is drawn
 * around all of them, also around what a mask cuts away, so that handles reach everything the group holds.
 */
export const groupLayer = z.strictObject({
  ...layerBase,
  type: z.literal("group"),
  /**
   * Whether the backmost layer is a mask: it is not painted but cuts out those above it, which show where and as far
   * as it would have ink. A mask that is not there does not mask: while it is hidden, by the designer or by values,
   * or has nothing to show (no picture, an empty text), the others are seen whole. The group's opacity and shadow
   * count for what is left.
   */
  masked: z.boolean(),
  children: z.array(child).max(LIMITS.layers),
});

export interface GroupLayer extends LayerBase {
  type: "group";
  masked: boolean;
  children: Layer[];
}

function blank(id: string, canvas: { width: number; height: number }): GroupLayer {
  const size = { width: canvas.width * 0.5, height: canvas.height * 0.5 };
  return { ...centredBase(id, "Group", size, canvas), type: "group", masked: false, children: [] };
}

/** The layer that cuts out the others in a group, whether it is seen or not; null where nothing does. */
export function maskOf(layer: Layer): Layer | null {
  return layer.type === "group" && layer.masked ? (layer.children[0] ?? null) : null;
}

/** A group is made by grouping, so it offers no preset. It is scaled through its children. */
export const groupEntry: LayerEntry<GroupLayer> = {
  type: "group",
  label: "Group",
  schema: groupLayer,
  create: blank,
  blank,
  presets: [],
  sections: [],
  fieldReferences: () => [],
  renameField: (group) => group,
  problems: () => [],
  holdsLayers: true,
  children: (group) => group.children,
  withChildren: (group, children) =>
    children === group.children ? group : { ...group, children: [...children] },
  scale: (group) => group,
  resolve(group, context) {
    const children = context.children(group.children);
    const mask = maskOf(group);
    return { ...group, children, masked: mask !== null && children[0]?.id === mask.id };
  },
};
