"use client";

import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { placeLayers } from "@/lib/template/commands/place-layers";
import { useEditor } from "../editor-context";
import { type DropPlace, dropPlace, type LayerRow } from "./layer-rows";

/** Pointer travel that makes a drag of a press, px. */
const DRAG_DISTANCE = 4;
/** Height of the list's edges in which it scrolls by itself, px. */
const SCROLL_EDGE = 24;

export type RowDrag = {
  /** Where the layers would go now; null while nothing is dragged. */
  place: DropPlace | null;
  handlers: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: (event: PointerEvent) => void;
    onPointerCancel: () => void;
  };
};

/** Dragging rows of the list: the selected layers go where the line shows. */
export function useRowDrag(list: RefObject<HTMLElement | null>, rows: readonly LayerRow[]): RowDrag {
  const { store, canEdit, announce } = useEditor();
  const start = useRef<{ x: number; y: number; id: string; dragging: boolean } | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);

  function placeAt(event: PointerEvent): DropPlace | null {
    const element = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((each) => each instanceof HTMLElement && each.dataset.layerId !== undefined);
    const id = element instanceof HTMLElement ? element.dataset.layerId : undefined;
    const row = rows.find(({ layer }) => layer.id === id) ?? rows.at(-1);
    if (!row) return null;
    if (!element) return dropPlace(row, 1);
    const box = element.getBoundingClientRect();
    return dropPlace(row, (event.clientY - box.top) / box.height);
  }

  function stop() {
    start.current = null;
    setPlace(null);
  }

  return {
    place,
    handlers: {
      onPointerDown: (event) => {
        const row =
          event.target instanceof Element ? event.target.closest<HTMLElement>("[data-layer-id]") : null;
        const id = row?.dataset.layerId;
        const onControl = event.target instanceof Element && event.target.closest("button, input") !== null;
        if (!canEdit || !id || onControl || event.button !== 0 || event.pointerType === "touch") return;
        start.current = { x: event.clientX, y: event.clientY, id, dragging: false };
      },
      onPointerMove: (event) => {
        const from = start.current;
        if (!from) return;
        if (!from.dragging) {
          if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < DRAG_DISTANCE) return;
          from.dragging = true;
          list.current?.setPointerCapture(event.pointerId);
          const state = store.getState();
          if (!state.selection.includes(from.id)) store.select([from.id]);
        }
        const box = list.current?.getBoundingClientRect();
        if (box && event.clientY < box.top + SCROLL_EDGE) list.current?.scrollBy(0, -8);
        if (box && event.clientY > box.bottom - SCROLL_EDGE) list.current?.scrollBy(0, 8);
        setPlace(placeAt(event));
      },
      onPointerUp: (event) => {
        const target = start.current?.dragging ? placeAt(event) : null;
        stop();
        if (!target) return;
        const ids = store.getState().selection;
        const { parentId, index } = target;
        if (store.dispatch("Reorder", (doc) => placeLayers(doc, { ids, parentId, index })))
          announce("Moved.");
      },
      onPointerCancel: stop,
    },
  };
}
