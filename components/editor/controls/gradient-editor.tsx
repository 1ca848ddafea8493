"use client";

import { Minus, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { LIMITS } from "@/lib/template/limits";
import type { Fill } from "@/lib/template/primitives";
import type { Change, OnChange } from "./change";
import { ColorPicker } from "./color-picker";
import { fillCss } from "./fill-css";
import { leaveField } from "./leave-field";
import { NumberField } from "./number-field";

type Gradient = Extract<Fill, { stops: unknown }>;
type Stop = Gradient["stops"][number];

export type GradientEditorProps = {
  value: Gradient;
  swatches: readonly string[];
  onChange: OnChange<Gradient>;
};

/** A bar with the stops on it, the angle, and the colour of the chosen stop. */
export function GradientEditor({ value, swatches, onChange }: GradientEditorProps) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, value.stops.length - 1);
  const stop = value.stops[at];
  const bar = useRef<HTMLDivElement>(null);
  const dragged = useRef(false);

  const withStops = (stops: Stop[]): Gradient => ({ ...value, stops });
  const changeAt = (place: number, next: Partial<Stop>, how: Change) =>
    onChange(
      withStops(value.stops.map((each, index) => (index === place ? { ...each, ...next } : each))),
      how,
    );
  const change = (next: Partial<Stop>, how: Change) => changeAt(at, next, how);

  function offsetAt(clientX: number): number {
    const box = bar.current?.getBoundingClientRect();
    if (!box) return 0;
    return Math.round(Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * 100) / 100;
  }

  function add(offset: number) {
    if (value.stops.length >= LIMITS.gradientStops) return;
    const nearest = [...value.stops].sort(
      (a, b) => Math.abs(a.offset - offset) - Math.abs(b.offset - offset),
    )[0];
    setChosen(value.stops.length);
    onChange(withStops([...value.stops, { offset, color: nearest?.color ?? "#000000" }]), "final");
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
            if (event.target === event.currentTarget) add(offsetAt(event.clientX));
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
                dragged.current = false;
                leaveField();
                setChosen(index);
              }}
              onPointerMove={(event) => {
                if (!event.currentTarget.hasPointerCapture(event.pointerId) || index !== at) return;
                dragged.current = true;
                change({ offset: offsetAt(event.clientX) }, "live");
              }}
              onPointerUp={(event) => {
                if (dragged.current) change({ offset: offsetAt(event.clientX) }, "final");
                dragged.current = false;
              }}
              onKeyDown={(event) => {
                const delta = event.key === "ArrowRight" ? 0.01 : event.key === "ArrowLeft" ? -0.01 : 0;
                if (delta === 0) return;
                event.preventDefault();
                setChosen(index);
                const offset = each.offset + delta * (event.shiftKey ? 10 : 1);
                changeAt(index, { offset: Math.min(1, Math.max(0, Math.round(offset * 100) / 100)) }, "step");
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
          onChange={(next, how) => change({ offset: next / 100 }, how)}
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
          onClick={() => add(0.5)}
        >
          <Plus className="size-3.5" />
        </IconButton>
        <IconButton
          size="small"
          label="Remove stop"
          disabled={value.stops.length <= 2}
          onClick={() => onChange(withStops(value.stops.filter((_, index) => index !== at)), "final")}
        >
          <Minus className="size-3.5" />
        </IconButton>
      </div>
      <ColorPicker
        key={at}
        value={stop.color}
        swatches={swatches}
        onChange={(color, how) => change({ color }, how)}
      />
    </div>
  );
}
