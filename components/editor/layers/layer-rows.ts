import { layerLabel } from "@/lib/editor/layer-label";
import { folded } from "@/lib/editor/palette-search";
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
  closed: ReadonlySet<string>,
  parentId: string | null = null,
  depth = 1,
  maskId?: string,
): LayerRow[] {
  return layers
    .map((layer, index): LayerRow[] => {
      const entry = entryOf(layer);
      const isGroup = entry.holdsLayers;
      const isOpen = isGroup && !closed.has(layer.id);
      const row: LayerRow = { layer, parentId, index, depth, isGroup, isOpen, isMask: layer.id === maskId };
      const inside = entry.children(layer);
      return [row, ...(isOpen ? layerRows(inside, closed, layer.id, depth + 1, maskOf(layer)?.id) : [])];
    })
    .reverse()
    .flat();
}

/** The lines whose layer is called like this, with the groups around them, which are shown open. */
export function foundRows(layers: readonly Layer[], query: string): LayerRow[] {
  const words = folded(query);
  const rows = layerRows(layers, new Set());
  const wanted = new Set<string>();
  for (const { layer, parentId } of rows.toReversed()) {
    const isCalled = [layerLabel(layer), layer.name].some((name) => folded(name).includes(words));
    if (!isCalled && !wanted.has(layer.id)) continue;
    wanted.add(layer.id);
    if (parentId !== null) wanted.add(parentId);
  }
  return rows.filter(({ layer }) => wanted.has(layer.id));
}

/**
 * The rows with those of before in place of the ones that say the same, so that a list of 200 draws only the lines
 * that changed.
 */
export function keptRows(before: readonly LayerRow[], rows: readonly LayerRow[]): readonly LayerRow[] {
  const old = new Map(before.map((row) => [row.layer.id, row]));
  const next = rows.map((row) => {
    const was = old.get(row.layer.id);
    return was && isSame(was, row) ? was : row;
  });
  const isUnchanged = next.length === before.length && next.every((row, index) => row === before[index]);
  return isUnchanged ? before : next;
}

function isSame(one: LayerRow, other: LayerRow): boolean {
  return (
    one.layer === other.layer &&
    one.parentId === other.parentId &&
    one.index === other.index &&
    one.depth === other.depth &&
    one.isOpen === other.isOpen &&
    one.isMask === other.isMask
  );
}

/** Where dragged layers would go: beside a row or into a group. */
export type DropPlace = {
  rowId: string;
  where: "above" | "below" | "inside";
  parentId: string | null;
  index: number;
  /** How deep the layers would stand there: where the line begins. */
  depth: number;
};

/**
 * The place for a drop at a share (0 top, 1 bottom) of a row's height. The middle of a group means inside it, in
 * front of what is there. Under the last row of a group several places meet: the one of `depth` is taken, so that
 * drawing the pointer to the left leads out of the groups.
 */
export function dropPlace(
  rows: readonly LayerRow[],
  row: LayerRow,
  share: number,
  depth: number = row.depth,
): DropPlace {
  const { layer } = row;
  const isInside = row.isGroup && share > 0.25 && share < 0.75;
  // Right under an open group's own row is in front of its children.
  if (isInside || (row.isOpen && share >= 0.75)) {
    return {
      rowId: layer.id,
      where: isInside ? "inside" : "below",
      parentId: layer.id,
      index: entryOf(layer).children(layer).length,
      depth: row.depth + 1,
    };
  }
  if (share < 0.5) {
    return {
      rowId: layer.id,
      where: "above",
      parentId: row.parentId,
      index: row.index + 1,
      depth: row.depth,
    };
  }
  let last = row;
  while (last.depth > depth && last.index === 0) {
    const around = rows.find((each) => each.layer.id === last.parentId);
    if (!around) break;
    last = around;
  }
  return { rowId: layer.id, where: "below", parentId: last.parentId, index: last.index, depth: last.depth };
}
