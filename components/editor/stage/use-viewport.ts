"use client";

import { type RefObject, useEffect } from "react";
import { FIT_PADDING, fitView, panBy, type View, zoomBy } from "@/lib/editor/view";
import type { Size } from "@/lib/template/layer-entry";
import { useEditor } from "../editor-context";

/** Tells the store how large the stage is, and moves the view by wheel, trackpad and pinch. */
export function useViewport(stage: RefObject<HTMLElement | null>): void {
  const { store } = useEditor();
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = () => {
      const { document, view, viewport } = store.getState();
      const next = { width: element.clientWidth, height: element.clientHeight };
      const wasFitted = fitted(document, viewport);
      store.setViewport(next);
      // A canvas that was fitted stays so when a panel opens or the window changes.
      const isFitted = wasFitted.zoom === view.zoom && wasFitted.x === view.x && wasFitted.y === view.y;
      if (viewport.width === 0 || isFitted) store.setView(fitted(document, next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);

    // React's wheel listeners are passive; the page must not scroll or zoom under the stage.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { view } = store.getState();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (event.ctrlKey || event.metaKey) {
        const box = element.getBoundingClientRect();
        const pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
        // A pinch on a trackpad comes as a wheel with small steps, a mouse wheel with steps of about 100.
        const pace = Math.abs(event.deltaY) < 50 ? 100 : 500;
        store.setView(zoomBy(view, pointer, Math.exp((-event.deltaY * unit) / pace)));
      } else if (event.shiftKey && event.deltaX === 0) {
        store.setView(panBy(view, -event.deltaY * unit, 0));
      } else {
        store.setView(panBy(view, -event.deltaX * unit, -event.deltaY * unit));
      }
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, [stage, store]);
}

/** A phone has no room to give away. */
function fitted(canvas: Size, viewport: Size): View {
  return fitView(canvas, viewport, viewport.width < 600 ? 16 : FIT_PADDING);
}
