"use client";

import { type PointerEvent, useMemo, useRef } from "react";
import { shownDocument } from "@/lib/editor/store";
import type { Arranged, Gradient } from "../../controls/gradient-stops";
import { leaveField } from "../../controls/leave-field";
import { useEditor } from "../../editor-context";
import { filledBox, withFill } from "./gradient-target";
import type { GradientTarget } from "./stage-tools";

const LABEL = "Gradient";

/** What a drag makes of the gradient it began with. */
type Follow = (from: Gradient, event: PointerEvent) => { fill: Gradient; stop?: number };

export type GradientEdit = {
  /** A change that is done; `merge` joins it with the same one before: a run of arrow keys. */
  set: (fill: Gradient, stop?: number, merge?: string) => void;
  setStops: (arranged: Arranged | null, merge?: string) => void;
  /** Props of an element that is dragged. */
  drag: (onStart: () => void, follow: Follow) => DragProps;
};

type DragProps = {
  onPointerDown: (event: PointerEvent<Element>) => void;
  onPointerMove: (event: PointerEvent<Element>) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
};

/** Changes the gradient of a target: drags are one step each, and follow the hand on the canvas. */
export function useGradientEdit(target: GradientTarget): GradientEdit {
  const { store, tools } = useEditor();
  const from = useRef<{ fill: Gradient; moved: boolean } | null>(null);

  return useMemo(() => {
    const now = () => filledBox(shownDocument(store.getState()), target)?.fill ?? null;
    const choose = (stop: number | undefined) => {
      const { gradient } = tools.getState();
      if (gradient && stop !== undefined) tools.setState({ gradient: { ...gradient, stop } });
    };
    const set: GradientEdit["set"] = (fill, stop, merge) => {
      store.dispatch(LABEL, (doc) => withFill(doc, target, fill), merge === undefined ? {} : { merge });
      choose(stop);
    };
    const end = (finish: () => void) => {
      if (from.current?.moved) finish();
      from.current = null;
    };
    return {
      set,
      setStops: (arranged, merge) => {
        const fill = now();
        if (fill && arranged) set({ ...fill, stops: arranged.stops }, arranged.index, merge);
      },
      drag: (onStart, follow) => ({
        onPointerDown: (event) => {
          // What is typed in the panel counts before the gradient is taken in hand.
          leaveField();
          const fill = now();
          if (event.button !== 0 || !fill) return;
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { fill, moved: false };
          onStart();
        },
        onPointerMove: (event) => {
          const active = from.current;
          if (!active) return;
          if (!active.moved) store.begin(LABEL);
          active.moved = true;
          const { fill, stop } = follow(active.fill, event);
          store.preview((doc) => withFill(doc, target, fill));
          choose(stop);
        },
        onPointerUp: () => end(store.commit),
        onPointerCancel: () => end(store.cancel),
      }),
    };
  }, [store, tools, target]);
}
