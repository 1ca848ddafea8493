"use client";

import { Search } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";
import { Input } from "@/components/ui/input";
import { selectFromList } from "@/lib/editor/selection";
import { useEditor, useEditorState } from "../editor-context";
import { focusStage } from "../focus-keeper";
import { useRenderCount } from "../render-count";
import { useProblems } from "../use-problems";
import { conditionWords } from "./condition-words";
import { LayerRowView, type RowKeys } from "./layer-row";
import type { LayerRow } from "./layer-rows";
import { useLayerRows } from "./use-layer-rows";
import { useRowDrag } from "./use-row-drag";
import { useRowKeys } from "./use-row-keys";

/** Every layer, front to back, as a tree. Up and down walk, left and right fold, F2 renames, Alt with an arrow moves. */
export function LayersPanel() {
  const { store } = useEditor();
  const selection = useEditorState((state) => state.selection);
  const fields = useEditorState((state) => state.document.fields);
  const { rows, isLong, query, setQuery, fold, reveal } = useLayerRows();
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const rowsNow = useRef(rows);
  rowsNow.current = rows;
  const problems = useProblems();
  const drag = useRowDrag(list, rows, fold);
  useRenderCount("layers list");
  const focusable = rows.find(({ layer }) => selection.includes(layer.id))?.layer.id ?? rows[0]?.layer.id;
  const last = selection.at(-1);

  const rowElement = useCallback(
    (id: string) => list.current?.querySelector<HTMLElement>(`[data-layer-id="${CSS.escape(id)}"]`),
    [],
  );

  // What is selected is shown; what is folded afterwards stays so.
  useEffect(() => {
    if (last !== undefined) reveal(last);
  }, [last, reveal]);
  useEffect(() => {
    if (last !== undefined && rows.length > 0) rowElement(last)?.scrollIntoView({ block: "nearest" });
  }, [last, rows, rowElement]);

  // A row that goes takes the focus with it, as one that was deleted by key.
  const hadFocus = useRef(false);
  useEffect(() => {
    if (rows.length >= 0 && hadFocus.current && document.activeElement === document.body) focusStage();
  }, [rows]);

  const choose = useCallback(
    (row: LayerRow, keys: RowKeys) => {
      if (keys.range && anchor.current !== null) {
        const ids = rowsNow.current.map(({ layer }) => layer.id);
        const [from, to] = [ids.indexOf(anchor.current), ids.indexOf(row.layer.id)].sort((a, b) => a - b);
        if (from !== undefined && to !== undefined && from >= 0) {
          store.select(ids.slice(from, to + 1), row.parentId);
          return;
        }
      }
      anchor.current = row.layer.id;
      const selected = selectFromList(store.getState().document, store.getState(), row.layer.id, keys.toggle);
      store.select(selected.selection, selected.enteredGroupId);
    },
    [store],
  );

  /** Once the row is there: a group that was just opened, or a name that was just settled. */
  const focusRow = useCallback(
    (id: string) => {
      requestAnimationFrame(() => rowElement(id)?.focus());
    },
    [rowElement],
  );

  /** A name that was left by a click elsewhere leaves the focus there. */
  const onNamed = useCallback(
    (id: string) => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) rowElement(id)?.focus();
        else if (document.activeElement?.matches("[data-testid=stage]")) rowElement(id)?.focus();
      });
    },
    [rowElement],
  );

  const onKeyDown = useRowKeys({ rows, choose, fold, focusRow });
  const dragged = drag.ids;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {isLong ? (
        <div className="relative shrink-0 border-b p-1.5">
          <Search aria-hidden className="absolute top-3.5 left-3.5 size-3 text-faint" />
          <Input
            type="search"
            size="small"
            aria-label="Search layers"
            placeholder="Search layers"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setQuery("");
              const [first] = rows;
              if (event.key !== "ArrowDown" || !first) return;
              event.preventDefault();
              choose(first, { toggle: false, range: false });
              focusRow(first.layer.id);
            }}
            className="pl-6"
          />
        </div>
      ) : null}
      <div
        ref={list}
        role="tree"
        aria-label="Layers, front to back"
        aria-multiselectable
        className="relative min-h-0 flex-1 overflow-y-auto py-1.5 outline-none"
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(event) => {
          if (event.relatedTarget !== null) hadFocus.current = false;
        }}
        {...drag.handlers}
      >
        {rows.map((row) => {
          const { id } = row.layer;
          const isDrop = drag.place?.rowId === id;
          return (
            <LayerRowView
              key={id}
              row={row}
              selected={selection.includes(id)}
              tabbable={id === focusable}
              dragged={dragged?.includes(id) ?? false}
              drop={isDrop ? (drag.place?.where ?? null) : null}
              dropDepth={isDrop ? (drag.place?.depth ?? 1) : 1}
              condition={conditionWords(row.layer, fields)}
              problem={(problems.byLayer.get(id) ?? []).map(({ message }) => message).join(" ")}
              onChoose={choose}
              onFold={fold}
              onNamed={onNamed}
            />
          );
        })}
        {rows.length === 0 ? (
          <p className="px-3 py-6 text-center text-faint text-xs">
            {query.trim() === ""
              ? "Nothing on the canvas yet. Add a text with T, a rectangle with R, or drop a picture."
              : `No layer is called “${query.trim()}”.`}
          </p>
        ) : null}
        {drag.chip}
      </div>
    </div>
  );
}
