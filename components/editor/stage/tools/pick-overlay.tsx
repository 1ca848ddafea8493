"use client";

import type Konva from "konva";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Point } from "@/lib/template/geometry";
import { useEditor, useEditorState } from "../../editor-context";
import { Loupe } from "./loupe";
import { pointOn } from "./on-screen";
import { takeSnapshot } from "./stage-snapshot";

/** The canvas while a colour is picked from it, where the browser has no eyedropper of its own. */
export function PickOverlay({ stageRef }: { stageRef: RefObject<Konva.Stage | null> }) {
  const { tools } = useEditor();
  const pick = useStore(tools, (state) => state.pick);
  return pick ? <Picking stageRef={stageRef} pick={pick} /> : null;
}

type PickingProps = { stageRef: RefObject<Konva.Stage | null>; pick: (color: string | null) => void };

/** Steps of the arrow keys, px. */
const STEP = 1;
const LARGE_STEP = 10;

function Picking({ stageRef, pick }: PickingProps) {
  const { announce } = useEditor();
  const viewport = useEditorState((state) => state.viewport);
  const root = useRef<HTMLDivElement>(null);
  const view = useEditorState((state) => state.view);
  // Nothing on the canvas changes meanwhile but the part of it that is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view decides what the stage shows
  const snapshot = useMemo(
    () => stageRef.current && takeSnapshot(stageRef.current),
    [stageRef, view, viewport],
  );
  const [at, setAt] = useState<Point>({ x: viewport.width / 2, y: viewport.height / 2 });
  const color = snapshot?.colorAt(at) ?? null;

  const choose = useCallback(
    (chosen: string | null) => {
      if (chosen === null) announce("There is no colour here.");
      else {
        announce(`Picked ${chosen}.`);
        pick(chosen);
      }
    },
    [announce, pick],
  );

  useEffect(() => {
    announce(
      "Pick a colour from the canvas: click, or move with the arrow keys and press Enter. Escape cancels.",
    );
  }, [announce]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopPropagation();
      if (/^(Arrow|Enter|Escape|Tab| $)/.test(event.key)) event.preventDefault();
      const size = event.shiftKey ? LARGE_STEP : STEP;
      const across = event.key === "ArrowRight" ? size : event.key === "ArrowLeft" ? -size : 0;
      const down = event.key === "ArrowDown" ? size : event.key === "ArrowUp" ? -size : 0;
      if (event.key === "Escape") pick(null);
      else if (event.key === "Enter" || event.key === " ") choose(color);
      else if (across !== 0 || down !== 0) setAt({ x: at.x + across, y: at.y + down });
    };
    // A press anywhere else means something else.
    const onPress = (event: PointerEvent) => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) pick(null);
    };
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener("pointerdown", onPress, { capture: true });
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener("pointerdown", onPress, { capture: true });
    };
  }, [pick, choose, color, at]);

  return (
    <div
      ref={root}
      role="application"
      aria-label="Pick a colour from the canvas"
      data-testid="pick"
      data-over-popovers
      className="absolute inset-0 z-10 cursor-crosshair touch-none overflow-hidden"
      onPointerMove={(event) => setAt(pointOn(root.current, event))}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setAt(pointOn(root.current, event));
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        if (event.button === 0) choose(snapshot?.colorAt(pointOn(root.current, event)) ?? null);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        pick(null);
      }}
    >
      {snapshot ? <Loupe snapshot={snapshot} at={at} color={color} stage={viewport} /> : null}
    </div>
  );
}
