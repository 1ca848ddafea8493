"use client";

import { type PointerEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { freeIds } from "@/lib/editor/brand/free-ids";
import { layerLabel } from "@/lib/editor/layer-label";
import { unlockedIds } from "@/lib/editor/selection";
import { placeLayers } from "@/lib/template/commands/place-layers";
import { findLayer, pathTo, topmost } from "@/lib/template/tree";
import { useCanDesign } from "../brand/use-can-design";
import { useEditor } from "../editor-context";
import { ROW_STEP } from "./layer-row";
import { type DropPlace, dropPlace, type LayerRow } from "./layer-rows";

/** Pointer travel that makes a drag of a press, px. */
const DRAG_DISTANCE = 4;
/** Height of the list's edges in which it scrolls by itself, px, and how far it does at each frame. */
const SCROLL_EDGE = 28;
const SCROLL_STEP = 6;
/** From the list's edge to the icon of a row outside any group, px: left of it a drag leads out of a group. */
const BEFORE_ICON = 32;
/** How long a folded group is hovered before it opens, ms. */
const OPEN_AFTER = 500;

type Point = { x: number; y: number };
type Held = { id: string; from: Point; at: Point; pointerId: number };

export type RowDrag = {
  /** What is dragged; null while nothing is. */
  ids: readonly string[] | null;
  /** Where it would go now; null where it cannot. */
  place: DropPlace | null;
  /** What is dragged, beside the pointer. */
  chip: ReactNode;
  handlers: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onClickCapture: (event: { stopPropagation: () => void }) => void;
  };
};

/**
 * Dragging rows of the list: the selected layers go where the line shows, or into the group that is framed. Near an
 * edge the list scrolls, a folded group opens when it is hovered, and Escape leaves everything as it was.
 */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  rows: readonly LayerRow[],
  fold: (id: string, closed: boolean) => void,
): RowDrag {
  const { store, announce } = useEditor();
  const { canDesign } = useCanDesign();
  const held = useRef<Held | null>(null);
  const chip = useRef<HTMLDivElement>(null);
  const hasDragged = useRef(false);
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const now = useRef({ rows, place, ids });
  now.current = { rows, place, ids };
  const isDragging = ids !== null;

  function placeAt({ x, y }: Point): DropPlace | null {
    const box = list.current?.getBoundingClientRect();
    if (!box) return null;
    const inside = { x: box.left + box.width / 2, y: Math.min(Math.max(y, box.top + 1), box.bottom - 1) };
    const element = document
      .elementsFromPoint(inside.x, inside.y)
      .find((each) => each instanceof HTMLElement && each.dataset.layerId !== undefined);
    const id = element instanceof HTMLElement ? element.dataset.layerId : undefined;
    const all = now.current.rows;
    const row = all.find(({ layer }) => layer.id === id);
    const depth = Math.floor((x - box.left - BEFORE_ICON) / ROW_STEP) + 1;
    const last = all.at(-1);
    const wanted =
      row && element
        ? dropPlace(all, row, (inside.y - element.getBoundingClientRect().top) / element.clientHeight, depth)
        : last && dropPlace(all, last, 1, 1);
    return wanted && isAllowed(wanted) ? wanted : null;
  }

  /** Nothing goes into itself, and nothing into what is locked. */
  function isAllowed({ parentId }: DropPlace): boolean {
    const around = parentId === null ? [] : pathTo(store.getState().document, parentId);
    return !around.some((layer) => layer.locked || now.current.ids?.includes(layer.id));
  }

  function follow(at: Point) {
    const next = placeAt(at);
    setPlace((before) => (isSamePlace(before, next) ? before : next));
    const box = list.current?.getBoundingClientRect();
    if (!chip.current || !box || !list.current) return;
    chip.current.style.transform = `translate(${at.x + 12}px, ${at.y + 8}px)`;
  }

  function start(from: Held) {
    const { document: shown, selection } = store.getState();
    const wanted = selection.includes(from.id) ? selection : [from.id];
    const movable = topmost(shown, freeIds(store.getState(), unlockedIds(shown, wanted), "position")).map(
      ({ layer }) => layer.id,
    );
    if (movable.length === 0) {
      held.current = null;
      announce("Locked layers stay where they are.");
      return;
    }
    if (!selection.includes(from.id)) store.select([from.id]);
    hasDragged.current = true;
    list.current?.setPointerCapture(from.pointerId);
    setIds(movable);
  }

  function stop() {
    held.current = null;
    setIds(null);
    setPlace(null);
  }

  const followNow = useRef(follow);
  followNow.current = follow;
  const stopNow = useRef(stop);
  stopNow.current = stop;

  // While something is dragged: the list scrolls under a pointer that rests near its edge, and Escape ends it.
  useEffect(() => {
    if (!isDragging) return;
    let frame = 0;
    const scroll = () => {
      const element = list.current;
      const at = held.current?.at;
      if (element && at) {
        const box = element.getBoundingClientRect();
        const by = at.y < box.top + SCROLL_EDGE ? -1 : at.y > box.bottom - SCROLL_EDGE ? 1 : 0;
        const before = element.scrollTop;
        element.scrollTop += by * SCROLL_STEP;
        if (element.scrollTop !== before) followNow.current(at);
      }
      frame = requestAnimationFrame(scroll);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      stopNow.current();
    };
    frame = requestAnimationFrame(scroll);
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, [isDragging, list]);

  const hovered = place?.where === "inside" ? place.rowId : null;
  const isFolded = rows.some(({ layer, isOpen }) => layer.id === hovered && !isOpen);
  useEffect(() => {
    if (hovered === null || !isFolded) return;
    const timer = setTimeout(() => fold(hovered, false), OPEN_AFTER);
    return () => clearTimeout(timer);
  }, [hovered, isFolded, fold]);

  const [only] = ids ?? [];
  const layer = only === undefined ? undefined : findLayer(store.getState().document, only);
  return {
    ids,
    place,
    chip: layer ? (
      <div
        ref={chip}
        aria-hidden
        className="pointer-events-none fixed top-0 left-0 z-50 max-w-48 truncate rounded-md bg-accent px-2 py-0.5 font-medium text-2xs text-on-accent shadow-pop"
        style={{
          transform: `translate(${(held.current?.at.x ?? 0) + 12}px, ${(held.current?.at.y ?? 0) + 8}px)`,
        }}
      >
        {(ids?.length ?? 0) > 1 ? `${ids?.length} layers` : layerLabel(layer)}
      </div>
    ) : null,
    handlers: {
      onPointerDown: (event) => {
        hasDragged.current = false;
        const target = event.target instanceof Element ? event.target : null;
        const id = target?.closest<HTMLElement>("[data-layer-id]")?.dataset.layerId;
        const onControl = target?.closest("button, input") !== null;
        if (!canDesign || !id || onControl || event.button !== 0 || event.pointerType === "touch") return;
        const from = { x: event.clientX, y: event.clientY };
        held.current = { id, from, at: from, pointerId: event.pointerId };
      },
      onPointerMove: (event) => {
        const from = held.current;
        if (!from) return;
        from.at = { x: event.clientX, y: event.clientY };
        if (isDragging) follow(from.at);
        else if (Math.hypot(from.at.x - from.from.x, from.at.y - from.from.y) >= DRAG_DISTANCE) start(from);
      },
      onPointerUp: () => {
        const target = held.current && isDragging ? placeAt(held.current.at) : null;
        const moved = ids;
        stop();
        if (!target || !moved) return;
        const { parentId, index } = target;
        if (store.dispatch("Reorder", (doc) => placeLayers(doc, { ids: moved, parentId, index }))) {
          announce(moved.length === 1 ? "Moved." : `${moved.length} layers are moved.`);
        }
      },
      onPointerCancel: stop,
      // The press that dragged is no click on what it was let go over.
      onClickCapture: (event) => {
        if (hasDragged.current) event.stopPropagation();
        hasDragged.current = false;
      },
    },
  };
}

function isSamePlace(one: DropPlace | null, other: DropPlace | null): boolean {
  return (
    one === other ||
    (one?.rowId === other?.rowId && one?.where === other?.where && one?.depth === other?.depth)
  );
}
