"use client";

import { Minus, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { LIMITS } from "@/lib/template/limits";
import { NoBrandTarget } from "../brand/brand-target";
import type { Change, OnChange } from "./change";
import { ColorPicker } from "./color-picker";
import { fillCss } from "./fill-css";
import { type Arranged, type Gradient, withoutStop, withStop, withStopAt } from "./gradient-stops";
import { leaveField } from "./leave-field";
import { NumberField } from "./number-field";

type Stop = Gradient["stops"][number];

export type GradientEditorProps = {
  value: Gradient;
  swatches: readonly string[];
  onChange: OnChange<Gradient>;
  /** The chosen stop where another view of the gradient chooses too; left out, the editor keeps its own. */
  chosen?: number;
  onChoose?: (stop: number) => void;
};

/** A bar with the stops on it, the angle, and the colour of the chosen stop. */
export function GradientEditor({ value, swatches, onChange, ...shared }: GradientEditorProps) {
  const [own, setOwn] = useState(0);
  const chosen = shared.chosen ?? own;
  const setChosen = shared.onChoose ?? setOwn;
  const at = Math.min(chosen, value.stops.length - 1);
  const stop = value.stops[at];
  const bar = useRef<HTMLDivElement>(null);
  /** The stop that is dragged, and all stops as they were when it first moved: what was typed before counts. */
  const drag = useRef<{ index: number; stops: Stop[] | null } | null>(null);

  const change = (next: Partial<Stop>, how: Change) =>
    onChange(
      { ...value, stops: value.stops.map((each, index) => (index === at ? { ...each, ...next } : each)) },
      how,
    );
  const arrange = (arranged: Arranged | null, how: Change) => {
    if (!arranged) return;
    setChosen(arranged.index);
    onChange({ ...value, stops: arranged.stops }, how);
  };

  function offsetAt(clientX: number): number {
    const box = bar.current?.getBoundingClientRect();
    return box ? (clientX - box.left) / box.width : 0;
  }

  function follow(clientX: number, how: Change) {
    if (!drag.current) return;
    drag.current.stops ??= value.stops;
    arrange(withStopAt(drag.current.stops, drag.current.index, offsetAt(clientX)), how);
  }

  if (!stop) return null;
  return (
    <div className="grid gap-3">
      <div className="px-1.5 pt-1 pb-2">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the button below adds one by key */}
        <div
          ref={bar}
          role="presentation"
          title="Click to add a stop"
          className="checkered relative h-4 rounded-sm"
          onClick={(event) => {
            if (event.target === event.currentTarget)
              arrange(withStop(value.stops, offsetAt(event.clientX)), "final");
          }}
        >
          <span
            className="pointer-events-none absolute inset-0 rounded-sm ring-1 ring-field-line ring-inset"
            style={{ background: fillCss({ kind: "linear", angle: 90, stops: value.stops }) }}
          />
          {value.stops.map((each, index) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a stop has no identity but its place in the list
              key={index}
              type="button"
              aria-label={`Stop ${index + 1} at ${Math.round(each.offset * 100)} %`}
              aria-pressed={index === at}
              style={{ left: `${each.offset * 100}%`, background: each.color }}
              className={classNames(
                "-translate-x-1/2 absolute -top-0.5 h-5 w-3 touch-none rounded-sm border-2 border-white",
                index === at ? "z-10 ring-2 ring-accent" : "ring-1 ring-black/40",
              )}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                drag.current = { index, stops: null };
                leaveField();
                setChosen(index);
              }}
              onPointerMove={(event) => follow(event.clientX, "live")}
              onPointerUp={(event) => {
                if (drag.current?.stops) follow(event.clientX, "final");
                drag.current = null;
              }}
              onPointerCancel={() => {
                if (drag.current?.stops) onChange({ ...value, stops: drag.current.stops }, "final");
                drag.current = null;
              }}
              onKeyDown={(event) => {
                if (event.key === "Delete" || event.key === "Backspace") {
                  event.preventDefault();
                  arrange(withoutStop(value.stops, index), "final");
                }
                const delta = event.key === "ArrowRight" ? 0.01 : event.key === "ArrowLeft" ? -0.01 : 0;
                if (delta === 0) return;
                event.preventDefault();
                arrange(
                  withStopAt(value.stops, index, each.offset + delta * (event.shiftKey ? 10 : 1)),
                  "step",
                );
              }}
            />
          ))}
        </div>
      </div>
      <div className="flex items-center gap-1">
        <NumberField
          label="Stop position"
          value={Math.round(stop.offset * 100)}
          min={0}
          max={100}
          step={1}
          unit="%"
          onChange={(next, how) => arrange(withStopAt(value.stops, at, next / 100), how)}
        />
        {value.kind === "linear" ? (
          <NumberField
            label="Gradient angle"
            mark="∠"
            value={value.angle}
            min={-360}
            max={360}
            step={1}
            unit="°"
            onChange={(angle, how) => onChange({ ...value, angle }, how)}
          />
        ) : null}
        <IconButton
          size="small"
          label="Add stop"
          disabled={value.stops.length >= LIMITS.gradientStops}
          onClick={() => arrange(withStop(value.stops, 0.5), "final")}
        >
          <Plus className="size-3.5" />
        </IconButton>
        <IconButton
          size="small"
          label="Remove stop"
          disabled={value.stops.length <= 2}
          onClick={() => arrange(withoutStop(value.stops, at), "final")}
        >
          <Minus className="size-3.5" />
        </IconButton>
      </div>
      <NoBrandTarget>
        <ColorPicker
          key={at}
          value={stop.color}
          swatches={swatches}
          onChange={(color, how) => change({ color }, how)}
        />
      </NoBrandTarget>
    </div>
  );
}
