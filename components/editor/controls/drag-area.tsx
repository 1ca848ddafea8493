"use client";

import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { OnChange } from "./change";

export type Spot = { x: number; y: number };

export type DragAreaProps = {
  label: string;
  /** What a screen reader says for the present spot. */
  valueText: string;
  /** Shares of the width and the height, from the top left. */
  spot: Spot;
  /** `x` for a slider, `both` for an area. */
  axis: "x" | "both";
  disabled?: boolean;
  className?: string;
  style?: CSSProperties;
  onChange: OnChange<Spot>;
  /** The thumb; placed at the spot. */
  children?: ReactNode;
};

/** Where a pointer or the arrow keys choose a spot. Steps are 1 %, with Shift 10 %. */
export function DragArea(props: DragAreaProps) {
  const { label, valueText, spot, axis, disabled, className, style, onChange, children } = props;
  const area = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);

  function spotAt(event: { clientX: number; clientY: number }): Spot {
    const box = area.current?.getBoundingClientRect();
    if (!box) return spot;
    return {
      x: share((event.clientX - box.left) / box.width),
      y: axis === "x" ? spot.y : share((event.clientY - box.top) / box.height),
    };
  }

  function onKeyDown(event: KeyboardEvent) {
    const size = event.shiftKey ? 0.1 : 0.01;
    const dx = event.key === "ArrowRight" ? size : event.key === "ArrowLeft" ? -size : 0;
    const up = axis === "x" ? -1 : 1;
    const dy = event.key === "ArrowDown" ? size : event.key === "ArrowUp" ? -size : 0;
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    const next =
      axis === "x"
        ? { x: share(spot.x + dx + dy * up), y: spot.y }
        : { x: share(spot.x + dx), y: share(spot.y + dy) };
    onChange(next, "step");
  }

  return (
    <div
      ref={area}
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(spot.x * 100)}
      aria-valuetext={valueText}
      aria-disabled={disabled}
      tabIndex={disabled ? -1 : 0}
      style={style}
      className={classNames("relative touch-none select-none", className)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
        onChange(spotAt(event), "live");
      }}
      onPointerMove={(event) => {
        if (dragging.current) onChange(spotAt(event), "live");
      }}
      onPointerUp={(event) => {
        if (!dragging.current) return;
        dragging.current = false;
        onChange(spotAt(event), "final");
      }}
      onPointerCancel={() => {
        if (dragging.current) onChange(spot, "final");
        dragging.current = false;
      }}
    >
      {children}
    </div>
  );
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
