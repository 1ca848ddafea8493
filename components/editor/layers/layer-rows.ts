import { maskOf } from "@/lib/template/layers/group";
import { entryOf } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";

/** A line of the layers list: front to back, as layers lie on one another. */
export type LayerRow = {
  layer: Layer;
  parentId: string | null;
  /** Position among its siblings, back to front. */
  index: number;
  /** 1 outside any group. */
  depth: number;
  isGroup: boolean;
  isOpen: boolean;
  /** Whether it cuts out the layers above it in its group. */
  isMask: boolean;
};

/** The lines of the list; what is inside a folded group is left out. */
export function layerRows(
  layers: readonly Layer[],
  folded: ReadonlySet<string>,
  parentId: string | null = null,
  depth = 1,
  maskId?: string,
): LayerRow[] {
  return layers
    .map((layer, index): LayerRow[] => {
      const entry = entryOf(layer);
      const isGroup = entry.holdsLayers;
      const isOpen = isGroup && !folded.has(layer.id);
      const row: LayerRow = { layer, parentId, index, depth, isGroup, isOpen, isMask: layer.id === maskId };
      const inside = entry.children(layer);
      return [row, ...(isOpen ? layerRows(inside, folded, layer.id, depth + 1, maskOf(layer)?.id) : [])];
    })
    .reverse()
    .flat();
}

/** Where dragged layers would go: beside a row or into a group. */
export type DropPlace = {
  rowId: string;
  where: "above" | "below" | "inside";
  parentId: string | null;
  index: number;
};

/**
 * The place for a drop at a share (0 top, 1 bottom) of a row's height. The middle of a group means inside it, in
 * front of what is there.
 */
export function dropPlace(row: LayerRow, share: number): DropPlace {
  const { layer, parentId, index } = row;
  if (row.isGroup && share > 0.25 && share < 0.75) {
    return {
      rowId: layer.id,
      where: "inside",
      parentId: layer.id,
      index: entryOf(layer).children(layer).length,
    };
  }
  if (row.isOpen && share >= 0.75) {
    // Right under an open group's own row is in front of its children.
    return {
      rowId: layer.id,
      where: "below",
      parentId: layer.id,
      index: entryOf(layer).children(layer).length,
    };
  }
  return share < 0.5
    ? { rowId: layer.id, where: "above", parentId, index: index + 1 }
    : { rowId: layer.id, where: "below", parentId, index };
}
