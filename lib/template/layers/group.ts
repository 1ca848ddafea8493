import { z } from "zod";
import { centredBase } from "../layer-base";
import type { LayerEntry } from "../layer-entry";
import { LIMITS } from "../limits";
import { type LayerBase, layerBase } from "../primitives";
import { type Layer, layer } from "../schema";

const child: z.ZodType<Layer> = z.lazy(() => layer);

/** Children are placed inside the group's own unrotated box: its top left corner is their origin. */
export const groupLayer = z.strictObject({
  ...layerBase,
  type: z.literal("group"),
  /** Whether the backmost layer is not painted but cuts out those above it: they show where it would have ink. */
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
  resolve: (group, context) => ({ ...group, children: context.children(group.children) }),
};
