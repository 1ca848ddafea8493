import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type EditorState, shownDocument } from "@/lib/editor/store";
import type { Layer } from "@/lib/template/schema";
import { pathTo, walkLayers } from "@/lib/template/tree";
import { useEditor, useEditorState } from "../editor-context";
import { foundRows, keptRows, type LayerRow, layerRows } from "./layer-rows";

/** Layers from which on the list can be searched. */
const SEARCHED_FROM = 13;

export type LayerList = {
  rows: readonly LayerRow[];
  /** Whether there are so many layers that one looks for them by name. */
  isLong: boolean;
  query: string;
  setQuery: (query: string) => void;
  fold: (id: string, closed: boolean) => void;
  /** Opens the groups around a layer. */
  reveal: (id: string) => void;
};

/** The layers as committed; while a text is typed, as they are shown, since nothing moves then. */
function listedLayers(state: EditorState): readonly Layer[] {
  return state.editingTextId === null ? state.document.layers : shownDocument(state).layers;
}

/** What the list shows: folded, searched, and each row the same object for as long as it says the same. */
export function useLayerRows(): LayerList {
  const { store } = useEditor();
  const layers = useEditorState(listedLayers);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [query, setQuery] = useState("");
  const kept = useRef<readonly LayerRow[]>([]);
  const count = useMemo(() => Array.from(walkLayers(layers)).length, [layers]);
  const isLong = count >= SEARCHED_FROM || query !== "";
  const rows = useMemo(() => {
    const next = query.trim() === "" ? layerRows(layers, closed) : foundRows(layers, query);
    return keptRows(kept.current, next);
  }, [layers, closed, query]);
  useEffect(() => {
    kept.current = rows;
  }, [rows]);

  const fold = useCallback((id: string, isClosed: boolean) => {
    setClosed((before) => {
      const next = new Set(before);
      if (isClosed) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);

  const reveal = useCallback(
    (id: string) => {
      const around = pathTo(store.getState().document, id).slice(0, -1);
      setClosed((before) => {
        const next = new Set(before);
        for (const group of around) next.delete(group.id);
        return next.size === before.size ? before : next;
      });
    },
    [store],
  );
  return { rows, isLong, query, setQuery, fold, reveal };
}
