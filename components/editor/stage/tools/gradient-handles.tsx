"use client";

import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Point } from "@/lib/template/geometry";
import { withoutStop, withStop, withStopAt } from "../../controls/gradient-stops";
import { useEditor, useEditorState } from "../../editor-context";
import { angleTo, lineOf, pointAlong, shareAlong } from "./gradient-lines";
import type { FilledBox } from "./gradient-target";
import { onScreen, pointOn } from "./on-screen";
import type { GradientEditing } from "./stage-tools";
import { useGradientEdit } from "./use-gradient-edit";

/** Distance of a knob that turns the line from the line's end, screen px. */
const KNOB_DISTANCE = 22;

const HANDLE = "absolute grid size-6 touch-none place-items-center rounded-full outline-offset-0";

/** The line of a gradient with a handle for each stop and, for a linear one, a knob at each end that turns it. */
export function GradientHandles({ editing, box }: { editing: GradientEditing; box: FilledBox }) {
  const { tools, announce } = useEditor();
  const view = useEditorState((state) => state.view);
  const root = useRef<HTMLDivElement>(null);
  const edit = useGradientEdit(editing.target);
  const { fill } = box;
  const screen = onScreen(view, box.toCanvas);
  const line = lineOf(fill, box);
  const [start, end] = [screen.toScreen(line.from), screen.toScreen(line.to)];
  const focused = useRef(false);

  // A stop that passes another is the next in the list: the focus goes with it.
  useEffect(() => {
    if (focused.current) stopAt(root.current, editing.stop)?.focus({ preventScroll: true });
  }, [editing.stop]);

  const at = (event: { clientX: number; clientY: number }): Point =>
    screen.toBox(pointOn(root.current, event));
  const choose = (stop: number) => tools.setState({ gradient: { ...editing, stop } });

  function onStopKey(event: KeyboardEvent, index: number) {
    const offset = fill.stops[index]?.offset ?? 0;
    const size = event.shiftKey ? 0.1 : 0.01;
    const forward = event.key === "ArrowRight" || event.key === "ArrowUp";
    const back = event.key === "ArrowLeft" || event.key === "ArrowDown";
    const isDelete = event.key === "Delete" || event.key === "Backspace";
    if (!forward && !back && !isDelete && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") tools.setState({ gradient: null });
    else if (!isDelete)
      edit.setStops(withStopAt(fill.stops, index, offset + (forward ? size : -size)), "stop");
    else {
      const left = withoutStop(fill.stops, index);
      edit.setStops(left);
      announce(left ? "Stop removed." : "A gradient has at least two stops.");
    }
  }

  const knob = (which: "from" | "to") => {
    const label = which === "from" ? "Turn the gradient by its start" : "Turn the gradient by its end";
    const angle = fill.kind === "linear" ? fill.angle : 0;
    return (
      <button
        key={which}
        type="button"
        role="slider"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={360}
        aria-valuenow={angle}
        aria-valuetext={`${angle}°`}
        data-testid={`gradient-${which}`}
        className={classNames(HANDLE, "cursor-grab")}
        style={centred(beyond(which === "from" ? [end, start] : [start, end]))}
        {...edit.drag(
          () => undefined,
          (from, event) => ({
            fill:
              from.kind === "linear"
                ? { ...from, angle: angleTo(box, at(event), which, event.shiftKey) }
                : from,
          }),
        )}
        onKeyDown={(event) => {
          const turn = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
          if (turn === undefined || fill.kind !== "linear") return;
          event.preventDefault();
          event.stopPropagation();
          const turned = (fill.angle + turn * (event.shiftKey ? 15 : 1) + 360) % 360;
          edit.set({ ...fill, angle: turned }, undefined, "angle");
        }}
      >
        <span className="size-2.5 rounded-full border-2 border-white bg-accent shadow-[0_0_0_1px_rgb(0_0_0/0.5)]" />
      </button>
    );
  };

  return (
    <div ref={root} data-over-popovers className="pointer-events-none absolute inset-0 overflow-hidden">
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} className="stroke-black/50" strokeWidth={4} />
        <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} className="stroke-white" strokeWidth={2} />
        <line
          x1={start.x}
          y1={start.y}
          x2={end.x}
          y2={end.y}
          stroke="transparent"
          strokeWidth={14}
          data-testid="gradient-line"
          className="pointer-events-auto cursor-copy"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.stopPropagation();
            const added = withStop(fill.stops, shareAlong(line, at(event)));
            edit.setStops(added);
            announce(added ? "Stop added." : `A gradient has at most ${fill.stops.length} stops.`);
          }}
        />
      </svg>
      <div className="[&>*]:pointer-events-auto">
        {fill.kind === "linear" ? [knob("from"), knob("to")] : null}
        {fill.stops.map((stop, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a stop has no identity but its place in the list
            key={index}
            type="button"
            data-stop={index}
            aria-label={`Stop ${index + 1} on the canvas at ${Math.round(stop.offset * 100)} %`}
            aria-pressed={index === editing.stop}
            className={classNames(HANDLE, "cursor-grab", index === editing.stop && "z-10")}
            style={centred(screen.toScreen(pointAlong(line, stop.offset)))}
            onFocus={() => {
              focused.current = true;
              if (index !== editing.stop) choose(index);
            }}
            onBlur={() => {
              focused.current = false;
            }}
            onKeyDown={(event) => onStopKey(event, index)}
            {...edit.drag(
              () => choose(index),
              (from, event) => {
                const { stops, index: stop } = withStopAt(from.stops, index, shareAlong(line, at(event)));
                return { fill: { ...from, stops }, stop };
              },
            )}
          >
            <span
              className={classNames(
                "checkered grid size-4 overflow-hidden rounded-full border-2 border-white",
                index === editing.stop ? "ring-2 ring-accent" : "ring-1 ring-black/50",
              )}
            >
              <span className="size-full" style={{ background: stop.color }} />
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

function stopAt(root: Element | null, index: number): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-stop="${index}"]`) ?? null;
}

/** A point behind the second of two, on the line through both. */
function beyond([from, to]: [Point, Point]): Point {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const share = KNOB_DISTANCE / length;
  return { x: to.x + (to.x - from.x) * share, y: to.y + (to.y - from.y) * share };
}

function centred({ x, y }: Point): CSSProperties {
  return { left: x, top: y, translate: "-50% -50%" };
}
