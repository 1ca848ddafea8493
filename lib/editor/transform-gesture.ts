import { moveLayers } from "@/lib/template/commands/move-layers";
import { resizeLayers } from "@/lib/template/commands/resize-layers";
import { rotateLayers } from "@/lib/template/commands/rotate-layers";
import { type Box, centreOf, normaliseAngle, type Point } from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import { type Handle, handleDirection, resizeBox } from "@/lib/template/resize-box";
import type { Document } from "@/lib/template/schema";
import { topmost } from "@/lib/template/tree";
import { selectionBounds, selectionFrame, unlockedIds } from "./selection";
import { snapTargets } from "./snap-targets";
import {
  type Axis,
  createSnapper,
  type Guide,
  type MovingEdges,
  SNAP_DISTANCE,
  type Snapper,
} from "./snapping";

/** Turns snap to multiples of this while Shift is held, degrees. */
export const ROTATION_STEP = 15;

export type TransformKeys = {
  /** Moves along one axis only, keeps the ratio of the sides, turns in steps. */
  shift?: boolean;
  /** Resizes about the centre. */
  alt?: boolean;
  /** Switches snapping off while it is held. */
  free?: boolean;
};

/** What a gesture gives so far, with what to draw and to say for it. */
export type TransformResult = {
  readonly document: Document;
  readonly guides: readonly Guide[];
  /** For the label beside the pointer: distance moved, new size, or new angle. */
  readonly readout:
    | { kind: "move"; dx: number; dy: number }
    | { kind: "size"; width: number; height: number }
    | { kind: "angle"; degrees: number };
};

/** A drag of selected layers. Each call starts anew from the document at the beginning: nothing adds up. */
export type Transform = {
  /** `delta`: how far the pointer has come, canvas px. */
  move: (delta: Point, keys?: TransformKeys) => TransformResult;
  resize: (handle: Handle, delta: Point, keys?: TransformKeys) => TransformResult;
  /** `from`, `to`: where the pointer was and is, canvas px. */
  rotate: (from: Point, to: Point, keys?: TransformKeys) => TransformResult;
};

export type TransformOptions = {
  /** Zoom of the view: snapping distances are meant on the screen. */
  zoom: number;
  snapping: boolean;
  /** Layers the present preview leaves out. */
  hidden?: ReadonlySet<string>;
};

/** Prepares a drag of the layers among `ids` that are not locked; null when there is nothing to drag. */
export function startTransform(
  document: Document,
  ids: readonly string[],
  options: TransformOptions,
): Transform | null {
  const movable = unlockedIds(document, ids);
  const frame = selectionFrame(document, movable);
  const bounds = selectionBounds(document, movable);
  if (!frame || !bounds) return null;
  const snapper = options.snapping
    ? createSnapper(snapTargets(document, movable, options.hidden), document)
    : null;
  const threshold = SNAP_DISTANCE / options.zoom;

  return {
    move: (delta, keys = {}) => {
      const along = keys.shift ? constrained(delta) : delta;
      const wanted = { ...bounds, x: bounds.x + along.x, y: bounds.y + along.y };
      const snap = keys.free ? null : snapper?.move(wanted, threshold);
      const guides = (snap?.guides ?? []).filter(({ axis }) => along[axis] !== 0);
      const dx = landed("x", bounds.x, along.x, snap?.dx ?? 0, guides);
      const dy = landed("y", bounds.y, along.y, snap?.dy ?? 0, guides);
      return {
        document: moveLayers(document, { ids: movable, dx, dy }),
        guides,
        readout: { kind: "move", dx, dy },
      };
    },

    resize: (handle, delta, keys = {}) => {
      const options = { keepAspect: keys.shift ?? false, fromCentre: keys.alt ?? false };
      const snapped = snapResize(frame, handle, delta, options, keys.free ? null : snapper, threshold);
      const places = topmost(document, movable);
      const together = places.length > 1 || places.some(({ layer }) => entryOf(layer).holdsLayers);
      const resized = resizeLayers(document, {
        ids: movable,
        handle,
        dx: snapped.delta.x,
        dy: snapped.delta.y,
        ...options,
        scaleContents: together || options.keepAspect,
      });
      const { width, height } = resizeBox(frame, handle, snapped.delta, options);
      return { document: resized, guides: snapped.guides, readout: { kind: "size", width, height } };
    },

    rotate: (from, to, keys = {}) => {
      const pivot = centreOf(frame);
      const wanted = frame.rotation + angleOf(pivot, to) - angleOf(pivot, from);
      const step = keys.shift ? ROTATION_STEP : 1;
      const degrees = normaliseAngle(Math.round(wanted / step) * step);
      return {
        document: rotateLayers(document, { ids: movable, degrees: degrees - frame.rotation, pivot }),
        guides: [],
        readout: { kind: "angle", degrees },
      };
    },
  };
}

function constrained({ x, y }: Point): Point {
  return Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}

/** How far to go on one axis: to where it snapped, else so that the box lands on a whole pixel. */
function landed(axis: Axis, start: number, delta: number, snap: number, guides: readonly Guide[]): number {
  if (delta === 0) return 0;
  if (guides.some((guide) => guide.axis === axis)) return delta + snap;
  return Math.round(start + delta) - start;
}

function angleOf(pivot: Point, point: Point): number {
  return (Math.atan2(point.y - pivot.y, point.x - pivot.x) * 180) / Math.PI;
}

type SnappedResize = { delta: Point; guides: readonly Guide[] };

/** The pull of a handle, corrected so that the moving edges snap or land on whole pixels. Turned boxes do neither. */
function snapResize(
  frame: Box,
  handle: Handle,
  delta: Point,
  options: { keepAspect: boolean; fromCentre: boolean },
  snapper: Snapper | null,
  threshold: number,
): SnappedResize {
  if (frame.rotation !== 0) return { delta, guides: [] };
  const direction = handleDirection(handle);
  const edges: MovingEdges = { x: edgeOf(direction.x), y: edgeOf(direction.y) };
  const wanted = resizeBox(frame, handle, delta, options);
  const shift = {
    x: edgeShift(frame.x, frame.width, wanted.x, wanted.width, edges.x),
    y: edgeShift(frame.y, frame.height, wanted.y, wanted.height, edges.y),
  };
  if (!options.keepAspect) {
    const snap = snapper?.resize(wanted, edges, threshold) ?? { dx: 0, dy: 0, guides: [] };
    return {
      delta: {
        x: landed("x", edgePlace(frame.x, frame.width, edges.x), shift.x, snap.dx, snap.guides),
        y: landed("y", edgePlace(frame.y, frame.height, edges.y), shift.y, snap.dy, snap.guides),
      },
      guides: snap.guides,
    };
  }
  // With a fixed ratio one edge decides and the other follows, so only the nearer of two snaps can hold.
  const x = snapper?.resize(wanted, { ...edges, y: null }, threshold);
  const y = snapper?.resize(wanted, { ...edges, x: null }, threshold);
  const xHolds = x !== undefined && x.guides.length > 0;
  const yHolds = y !== undefined && y.guides.length > 0;
  if (xHolds && (!yHolds || Math.abs(x.dx) <= Math.abs(y.dy))) {
    return { delta: { x: shift.x + x.dx, y: 0 }, guides: x.guides };
  }
  if (yHolds) return { delta: { x: 0, y: shift.y + y.dy }, guides: y.guides };
  return { delta, guides: [] };
}

function edgeOf(direction: number): "start" | "end" | null {
  if (direction === 0) return null;
  return direction < 0 ? "start" : "end";
}

function edgePlace(start: number, length: number, edge: "start" | "end" | null): number {
  return edge === "end" ? start + length : start;
}

function edgeShift(
  start: number,
  length: number,
  newStart: number,
  newLength: number,
  edge: "start" | "end" | null,
): number {
  return edge === null ? 0 : edgePlace(newStart, newLength, edge) - edgePlace(start, length, edge);
}
