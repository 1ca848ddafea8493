"use client";

import { type PointerEvent, useRef, useState } from "react";
import { moveSize } from "@/lib/editor/sizes/size-commands";
import type { Document } from "@/lib/template/schema";
import { useEditor } from "../editor-context";

type Place = { id: string; where: "before" | "after" };

const DRAG_DISTANCE = 4;

/** Reorders the sizes by dragging their tabs; the design's own always stands first. */
export function useSizeDrag({ variants }: Document) {
  const { store, canEdit } = useEditor();
  const start = useRef<{ x: number; id: string; dragging: boolean } | null>(null);
  const [place, setPlace] = useState<Place | null>(null);

  function placeAt(event: PointerEvent): Place | null {
    for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
      const tab = element.closest<HTMLElement>("[data-size-id]");
      const id = tab?.dataset.sizeId;
      if (!tab || !id) continue;
      const box = tab.getBoundingClientRect();
      return { id, where: event.clientX < box.left + box.width / 2 ? "before" : "after" };
    }
    return null;
  }

  function stop() {
    start.current = null;
    setPlace(null);
  }

  return {
    place,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        const tab =
          event.target instanceof Element ? event.target.closest<HTMLElement>("[data-size-id]") : null;
        const id = tab?.dataset.sizeId;
        if (canEdit && id && event.button === 0) start.current = { x: event.clientX, id, dragging: false };
      },
      onPointerMove: (event: PointerEvent) => {
        const from = start.current;
        if (!from) return;
        if (!from.dragging && Math.abs(event.clientX - from.x) < DRAG_DISTANCE) return;
        if (!from.dragging) event.currentTarget.setPointerCapture(event.pointerId);
        from.dragging = true;
        setPlace(placeAt(event));
      },
      onPointerUp: (event: PointerEvent) => {
        const from = start.current;
        const target = from?.dragging ? placeAt(event) : null;
        stop();
        if (!from || !target || target.id === from.id) return;
        const was = variants.findIndex(({ id }) => id === from.id);
        const at = variants.findIndex(({ id }) => id === target.id) + (target.where === "after" ? 1 : 0);
        moveSize(store, from.id, at > was ? at - 1 : at);
      },
      onPointerCancel: stop,
    },
  };
}
