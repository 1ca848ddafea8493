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
  // Two keys may come before React draws once: the second stands on the first.
  const here = useRef(at);
  const moveTo = useCallback((point: Point) => {
    here.current = point;
    setAt(point);
  }, []);
  const colorAt = useCallback((point: Point) => snapshot?.colorAt(point) ?? null, [snapshot]);

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
      else if (event.key === "Enter" || event.key === " ") choose(colorAt(here.current));
      else if (across !== 0 || down !== 0) moveTo({ x: here.current.x + across, y: here.current.y + down });
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
  }, [pick, choose, colorAt, moveTo]);

  return (
    <div
      ref={root}
      role="application"
      aria-label="Pick a colour from the canvas"
      data-testid="pick"
      data-over-popovers
      className="absolute inset-0 z-10 cursor-crosshair touch-none overflow-hidden"
      onPointerMove={(event) => moveTo(pointOn(root.current, event))}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        moveTo(pointOn(root.current, event));
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        if (event.button === 0) choose(colorAt(pointOn(root.current, event)));
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        pick(null);
      }}
    >
      {snapshot ? <Loupe snapshot={snapshot} at={at} color={colorAt(at)} stage={viewport} /> : null}
    </div>
  );
}
