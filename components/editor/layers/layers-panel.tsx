"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { selectFromList } from "@/lib/editor/selection";
import { placeLayers } from "@/lib/template/commands/place-layers";
import { useEditor, useEditorState } from "../editor-context";
import { useRenderCount } from "../render-count";
import type { Actions } from "../use-actions";
import { useProblems } from "../use-problems";
import { LayerRowView } from "./layer-row";
import { type LayerRow, layerRows } from "./layer-rows";
import { useRowDrag } from "./use-row-drag";

/** Every layer, front to back, as a tree. Up and down walk, left and right fold, F2 renames, Alt with up or down reorders. */
export function LayersPanel({ actions }: { actions: Actions }) {
  const { store, ui, canEdit, announce } = useEditor();
  const layers = useEditorState((state) => state.document.layers);
  const selection = useEditorState((state) => state.selection);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => layerRows(layers, folded), [layers, folded]);
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const problems = useProblems();
  const drag = useRowDrag(list, rows);
  useRenderCount("layers list");
  const focusable = rows.find(({ layer }) => selection.includes(layer.id))?.layer.id ?? rows[0]?.layer.id;
  const last = selection.at(-1);

  useEffect(() => {
    if (last === undefined) return;
    list.current
      ?.querySelector(`[data-layer-id="${CSS.escape(last)}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [last]);

  function choose(row: LayerRow, keys: { toggle: boolean; range: boolean }) {
    if (keys.range && anchor.current !== null) {
      const ids = rows.map(({ layer }) => layer.id);
      const [from, to] = [ids.indexOf(anchor.current), ids.indexOf(row.layer.id)].sort((a, b) => a - b);
      if (from !== undefined && to !== undefined && from >= 0) {
        store.select(ids.slice(from, to + 1), row.parentId);
        return;
      }
    }
    anchor.current = row.layer.id;
    const selected = selectFromList(store.getState().document, store.getState(), row.layer.id, keys.toggle);
    store.select(selected.selection, selected.enteredGroupId);
  }

  function focusRow(row: LayerRow | undefined) {
    if (!row) return;
    choose(row, { toggle: false, range: false });
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-layer-id="${CSS.escape(row.layer.id)}"]`)?.focus(),
    );
  }

  function fold(id: string, closed: boolean) {
    const next = new Set(folded);
    if (closed) next.add(id);
    else next.delete(id);
    setFolded(next);
  }

  function move(row: LayerRow, by: 1 | -1) {
    const { id } = row.layer;
    const index = by === 1 ? row.index + 2 : row.index - 1;
    if (index < 0) return;
    const moved = store.dispatch("Reorder", (doc) =>
      placeLayers(doc, { ids: [id], parentId: row.parentId, index }),
    );
    if (moved) announce(by === 1 ? "Moved forward." : "Moved backward.");
  }

  function onKeyDown(event: KeyboardEvent) {
    const id = event.target instanceof HTMLElement ? event.target.dataset.layerId : undefined;
    const at = rows.findIndex(({ layer }) => layer.id === id);
    const row = rows[at];
    if (!row) return;
    const done = (): boolean => {
      switch (event.key) {
        case "ArrowDown":
        case "ArrowUp": {
          const by = event.key === "ArrowDown" ? 1 : -1;
          if (event.altKey && canEdit) move(row, by === 1 ? -1 : 1);
          else focusRow(rows[at + by]);
          return true;
        }
        case "ArrowRight":
          if (row.isGroup && !row.isOpen) fold(row.layer.id, false);
          else if (row.isOpen) focusRow(rows[at + 1]);
          return true;
        case "ArrowLeft":
          if (row.isOpen) fold(row.layer.id, true);
          else focusRow(rows.find(({ layer }) => layer.id === row.parentId));
          return true;
        case "Home":
          focusRow(rows[0]);
          return true;
        case "End":
          focusRow(rows.at(-1));
          return true;
        case "Enter":
          if (!canEdit) return false;
          ui.setState({ renamingId: row.layer.id });
          return true;
        default:
          return false;
      }
    };
    if (done()) event.preventDefault();
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={list}
        role="tree"
        aria-label="Layers, front to back"
        aria-multiselectable
        className="min-h-0 flex-1 overflow-y-auto py-1.5 outline-none"
        onKeyDown={onKeyDown}
        {...drag.handlers}
      >
        {rows.map((row) => (
          <LayerRowView
            key={row.layer.id}
            row={row}
            selected={selection.includes(row.layer.id)}
            tabbable={row.layer.id === focusable}
            drop={drag.place?.rowId === row.layer.id ? drag.place.where : null}
            problems={problems.byLayer.get(row.layer.id) ?? []}
            actions={actions}
            onChoose={choose}
            onFold={fold}
          />
        ))}
        {rows.length === 0 ? (
          <p className="px-3 py-6 text-center text-faint text-xs">
            Nothing on the canvas yet. Add a text with T, a rectangle with R, or drop a picture.
          </p>
        ) : null}
      </div>
    </div>
  );
}
