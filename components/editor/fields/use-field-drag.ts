"use client";

import { type PointerEvent, useRef, useState } from "react";
import { moveField } from "@/lib/template/commands/field-commands";
import type { Field } from "@/lib/template/field";
import { useEditor } from "../editor-context";

type Place = { key: string; where: "above" | "below" };

const DRAG_DISTANCE = 4;

/** Reorders the fields by dragging a row's head. */
export function useFieldDrag(fields: readonly Field[]) {
  const { store, canEdit } = useEditor();
  const start = useRef<{ y: number; key: string; dragging: boolean } | null>(null);
  const [place, setPlace] = useState<Place | null>(null);

  function placeAt(event: PointerEvent): Place | null {
    for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
      const row = element.closest<HTMLElement>("[data-field-key]");
      if (!row?.dataset.fieldKey) continue;
      const box = row.getBoundingClientRect();
      const isAbove = event.clientY < box.top + box.height / 2;
      return { key: row.dataset.fieldKey, where: isAbove ? "above" : "below" };
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
        const grip = event.target instanceof Element ? event.target.closest("[data-field-grip]") : null;
        const key = grip?.closest<HTMLElement>("[data-field-key]")?.dataset.fieldKey;
        if (canEdit && key && event.button === 0) start.current = { y: event.clientY, key, dragging: false };
      },
      onPointerMove: (event: PointerEvent) => {
        const from = start.current;
        if (!from) return;
        if (!from.dragging && Math.abs(event.clientY - from.y) < DRAG_DISTANCE) return;
        if (!from.dragging) event.currentTarget.setPointerCapture(event.pointerId);
        from.dragging = true;
        setPlace(placeAt(event));
      },
      onPointerUp: (event: PointerEvent) => {
        const from = start.current;
        const target = from?.dragging ? placeAt(event) : null;
        stop();
        if (!from || !target || target.key === from.key) return;
        const was = fields.findIndex(({ key }) => key === from.key);
        const at = fields.findIndex(({ key }) => key === target.key) + (target.where === "below" ? 1 : 0);
        const index = at > was ? at - 1 : at;
        store.dispatch("Reorder fields", (doc) => moveField(doc, { key: from.key, index }));
      },
      onPointerCancel: stop,
    },
  };
}
