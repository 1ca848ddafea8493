"use client";

import { useEffect, useRef } from "react";
import type { Point } from "@/lib/template/geometry";
import type { StageSnapshot } from "./stage-snapshot";

/** Pixels across the loupe, an odd number so that one is in the middle, and how large each is drawn, CSS px. */
const ACROSS = 11;
const CELL = 10;
const SIDE = ACROSS * CELL;
/** Distance from the pointer, CSS px. */
const AWAY = 20;

type LoupeProps = {
  snapshot: StageSnapshot;
  at: Point;
  color: string | null;
  stage: { width: number; height: number };
};

/** The pixels around the pointer, enlarged, and the colour of the one in the middle. */
export function Loupe({ snapshot, at, color, stage }: LoupeProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { canvas: source, ratio } = snapshot;

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, SIDE, SIDE);
    const left = Math.floor(at.x * ratio) - (ACROSS - 1) / 2;
    const top = Math.floor(at.y * ratio) - (ACROSS - 1) / 2;
    context.drawImage(source, left, top, ACROSS, ACROSS, 0, 0, SIDE, SIDE);
  }, [source, ratio, at]);

  const [right, below] = [at.x + AWAY + SIDE < stage.width, at.y + AWAY + SIDE + 28 < stage.height];
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute grid justify-items-center gap-1"
      style={{
        left: right ? at.x + AWAY : at.x - AWAY - SIDE,
        top: below ? at.y + AWAY : at.y - AWAY - SIDE - 28,
      }}
    >
      <span className="checkered relative block overflow-hidden rounded-full border-2 border-white shadow-pop ring-1 ring-black/40">
        <canvas ref={canvas} width={SIDE} height={SIDE} className="block" />
        <span
          className="absolute border border-white ring-1 ring-black"
          style={{ left: (SIDE - CELL) / 2, top: (SIDE - CELL) / 2, width: CELL, height: CELL }}
        />
      </span>
      <span className="figures flex h-6 items-center gap-1.5 rounded-sm bg-tip px-2 font-medium text-on-tip text-xs">
        {color === null ? null : (
          <span className="size-3 rounded-sm ring-1 ring-white/40" style={{ background: color }} />
        )}
        {color === null ? "Nothing here" : color.toUpperCase()}
      </span>
    </div>
  );
}
