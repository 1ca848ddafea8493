"use client";

import { type PointerEvent, useRef } from "react";
import { panBy, zoomBy } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import { useEditor } from "../editor-context";

/** Two fingers move and zoom the view. Each call answers whether the event was part of that. */
export function usePinch(): {
  down: (event: PointerEvent, at: Point) => boolean;
  move: (event: PointerEvent, at: Point) => boolean;
  up: (event: PointerEvent) => boolean;
} {
  const { store } = useEditor();
  const fingers = useRef(new Map<number, Point>());
  const pinched = useRef(false);

  return {
    down: (event, at) => {
      if (event.pointerType !== "touch") return false;
      fingers.current.set(event.pointerId, at);
      if (fingers.current.size === 2) pinched.current = true;
      return fingers.current.size > 1;
    },
    move: (event, at) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return false;
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, at);
      if (!other) return pinched.current;
      const middle = (a: Point, b: Point) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      const [was, is] = [middle(before, other), middle(at, other)];
      const factor =
        Math.hypot(at.x - other.x, at.y - other.y) /
        Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      const { view } = store.getState();
      store.setView(zoomBy(panBy(view, is.x - was.x, is.y - was.y), is, factor));
      return true;
    },
    up: (event) => {
      fingers.current.delete(event.pointerId);
      const was = pinched.current;
      if (fingers.current.size === 0) pinched.current = false;
      return was;
    },
  };
}
