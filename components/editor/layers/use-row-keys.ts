import type { KeyboardEvent } from "react";
import { freeIds } from "@/lib/editor/brand/free-ids";
import { unlockedIds } from "@/lib/editor/selection";
import { placeLayers } from "@/lib/template/commands/place-layers";
import { reorderLayers } from "@/lib/template/commands/reorder-layers";
import { entryOf } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { findPlace } from "@/lib/template/tree";
import { useCanDesign } from "../brand/use-can-design";
import { useEditor } from "../editor-context";
import type { RowKeys } from "./layer-row";
import type { LayerRow } from "./layer-rows";

export type RowKeysOptions = {
  rows: readonly LayerRow[];
  choose: (row: LayerRow, keys: RowKeys) => void;
  fold: (id: string, closed: boolean) => void;
  focusRow: (id: string) => void;
};

/** The keys of the tree: the arrows walk and fold, Shift takes along, Alt moves the layers themselves. */
export function useRowKeys({ rows, choose, fold, focusRow }: RowKeysOptions): (event: KeyboardEvent) => void {
  const { store, ui, announce } = useEditor();
  const { canDesign } = useCanDesign();

  function go(row: LayerRow | undefined, range = false) {
    if (!row) return;
    choose(row, { toggle: false, range });
    focusRow(row.layer.id);
  }

  function change(row: LayerRow, said: string, command: (doc: Document, ids: readonly string[]) => Document) {
    const { document, selection } = store.getState();
    const wanted = selection.includes(row.layer.id) ? selection : [row.layer.id];
    const ids = freeIds(store.getState(), unlockedIds(document, wanted), "position");
    if (ids.length === 0) return announce("Locked layers stay where they are.");
    if (store.dispatch("Reorder", (doc) => command(doc, ids), { select: wanted })) {
      announce(said);
      focusRow(row.layer.id);
    }
  }

  /** In front of the group that the layer is in. */
  function moveOut(row: LayerRow) {
    change(row, "Moved out of the group.", (doc, ids) => {
      const group = row.parentId === null ? undefined : findPlace(doc, row.parentId);
      if (!group) return doc;
      return placeLayers(doc, { ids, parentId: group.parent?.id ?? null, index: group.index + 1 });
    });
  }

  /** Into the group that stands next to the layer, the one below before the one above. */
  function moveIn(row: LayerRow) {
    const beside = [row.index - 1, row.index + 1];
    const group = beside
      .map((index) => rows.find((each) => each.parentId === row.parentId && each.index === index))
      .find((each) => each?.isGroup && !each.layer.locked);
    if (!group) return announce("There is no group beside it.");
    fold(group.layer.id, false);
    const index = group.index < row.index ? entryOf(group.layer).children(group.layer).length : 0;
    change(row, "Moved into the group.", (doc, ids) =>
      placeLayers(doc, { ids, parentId: group.layer.id, index }),
    );
  }

  function moves(event: KeyboardEvent, row: LayerRow): boolean {
    switch (event.key) {
      case "ArrowUp":
        change(row, "Moved forward.", (doc, ids) => reorderLayers(doc, { ids, to: "forward" }));
        return true;
      case "ArrowDown":
        change(row, "Moved backward.", (doc, ids) => reorderLayers(doc, { ids, to: "backward" }));
        return true;
      case "ArrowLeft":
        moveOut(row);
        return true;
      case "ArrowRight":
        moveIn(row);
        return true;
      default:
        return false;
    }
  }

  function walks(event: KeyboardEvent, row: LayerRow, at: number): boolean {
    switch (event.key) {
      case "ArrowDown":
        go(rows[at + 1], event.shiftKey);
        return true;
      case "ArrowUp":
        go(rows[at - 1], event.shiftKey);
        return true;
      case "ArrowRight":
        if (row.isGroup && !row.isOpen) fold(row.layer.id, false);
        else if (row.isOpen) go(rows[at + 1]);
        return true;
      case "ArrowLeft":
        if (row.isOpen) fold(row.layer.id, true);
        else go(rows.find(({ layer }) => layer.id === row.parentId));
        return true;
      case "Home":
        go(rows[0]);
        return true;
      case "End":
        go(rows.at(-1));
        return true;
      case "Enter":
      case "F2":
        if (!canDesign) return false;
        ui.setState({ renamingId: row.layer.id });
        return true;
      default:
        return false;
    }
  }

  return (event) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.layerId : undefined;
    const at = rows.findIndex(({ layer }) => layer.id === id);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey) return;
    const isDone = event.altKey ? canDesign && moves(event, row) : walks(event, row, at);
    if (isDone) event.preventDefault();
  };
}
