"use client";

import { type PointerEvent, useRef, useState } from "react";

/** Where what is dragged would go: before or after the element with this key. */
export type ListPlace = { key: string; where: "before" | "after" };

export type ListDragOptions = {
  /** The attribute of each element that holds its key, such as `data-field-key`. */
  attribute: `data-${string}`;
  /** Only a press on this part of an element drags it; anywhere on it when there is none. */
  grip?: string;
  /** The way the list runs. */
  axis: "x" | "y";
  /** The keys in their order; an element whose key is not among them cannot be moved. */
  keys: readonly string[];
  disabled: boolean;
  /** `index` is where the element shall stand once it is taken out of the list. */
  onMove: (key: string, index: number) => void;
};

/** How far the pointer goes before a press is a drag, CSS px. */
const DRAG_DISTANCE = 4;

/** Reorders a list by dragging its elements. The handlers belong on what holds them. */
export function useListDrag({ attribute, grip, axis, keys, disabled, onMove }: ListDragOptions) {
  const start = useRef<{ at: number; key: string; dragging: boolean } | null>(null);
  const [place, setPlace] = useState<ListPlace | null>(null);
  const along = (event: PointerEvent) => (axis === "x" ? event.clientX : event.clientY);

  function placeAt(event: PointerEvent): ListPlace | null {
    for (const under of document.elementsFromPoint(event.clientX, event.clientY)) {
      const element = under.closest(`[${attribute}]`);
      const key = element?.getAttribute(attribute);
      if (!element || !key) continue;
      const box = element.getBoundingClientRect();
      const middle = axis === "x" ? box.left + box.width / 2 : box.top + box.height / 2;
      return { key, where: along(event) < middle ? "before" : "after" };
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
        const pressed = event.target instanceof Element ? event.target : null;
        const held = grip ? pressed?.closest(grip) : pressed;
        const key = held?.closest(`[${attribute}]`)?.getAttribute(attribute);
        if (disabled || !key || !keys.includes(key) || event.button !== 0) return;
        start.current = { at: along(event), key, dragging: false };
      },
      onPointerMove: (event: PointerEvent) => {
        const from = start.current;
        if (!from) return;
        if (!from.dragging && Math.abs(along(event) - from.at) < DRAG_DISTANCE) return;
        if (!from.dragging) event.currentTarget.setPointerCapture(event.pointerId);
        from.dragging = true;
        setPlace(placeAt(event));
      },
      onPointerUp: (event: PointerEvent) => {
        const from = start.current;
        const target = from?.dragging ? placeAt(event) : null;
        stop();
        if (!from || !target || target.key === from.key) return;
        const was = keys.indexOf(from.key);
        const at = keys.indexOf(target.key) + (target.where === "after" ? 1 : 0);
        onMove(from.key, at > was ? at - 1 : at);
      },
      onPointerCancel: stop,
    },
  };
}
