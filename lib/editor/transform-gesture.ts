import { moveLayers } from "@/lib/template/commands/move-layers";
import { resizeLayers } from "@/lib/template/commands/resize-layers";
import { rotateLayers } from "@/lib/template/commands/rotate-layers";
import {
  applyToVector,
  type Box,
  centreOf,
  normaliseAngle,
  type Point,
  type Rect,
  rotationAbout,
} from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import { type Handle, handleDirection, resizeBox } from "@/lib/template/resize-box";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer, topmost } from "@/lib/template/tree";
import { neighbourGaps } from "./measuring";
import { selectionBounds, selectionFrame, unlockedIds } from "./selection";
import { snapTargets } from "./snap-targets";
import {
  type Axis,
  createSnapper,
  type Guide,
  type MovingEdges,
  SNAP_DISTANCE,
  type Snap,
  type SnapAids,
  type Snapper,
} from "./snapping";

/** Turns snap to multiples of this while Shift is held, degrees. */
export const ROTATION_STEP = 15;

/** Angles that draw a turn in when it comes near, degrees: upright and level ones more than those between. */
const MAGNETS = [
  { every: 90, within: 3 },
  { every: 45, within: 2 },
];

/** A box counts as made for its text when it is as tall but for this share of it. */
const SAME_HEIGHT = 0.2;

export type TransformKeys = {
  /** Moves along one axis only, keeps the ratio of the sides, turns in steps. */
  shift?: boolean;
  /** Resizes about the centre. */
  alt?: boolean;
  /** Switches snapping off while it is held; at the corner of a text its letters keep their size. */
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
  /** Guides and grid, as far as they are seen. */
  aids?: SnapAids;
  /** Height that a layer which flows takes in its own width, px; null while that cannot be said. */
  flowHeight?: (layer: Layer) => number | null;
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
  const targets = snapTargets(document, movable, options.hidden);
  const snapper = options.snapping ? createSnapper(targets, document, options.aids) : null;
  const threshold = SNAP_DISTANCE / options.zoom;
  const flow = flowOf(document, movable, options);

  return {
    move: (delta, keys = {}) => {
      const along = keys.shift ? constrained(delta) : delta;
      const wanted = { ...bounds, x: bounds.x + along.x, y: bounds.y + along.y };
      const snap = keys.free ? null : snapper?.move(wanted, threshold);
      const guides = (snap?.guides ?? []).filter(({ axis }) => along[axis] !== 0);
      const dx = landed(bounds.x, along.x, snap?.dx ?? 0, snap?.held.x ?? false);
      const dy = landed(bounds.y, along.y, snap?.dy ?? 0, snap?.held.y ?? false);
      return {
        document: moveLayers(document, { ids: movable, dx, dy }),
        guides: keys.free || !snapper ? guides : withNeighbours(guides, bounds, { x: dx, y: dy }, targets),
        readout: { kind: "move", dx, dy },
      };
    },

    resize: (handle, delta, keys = {}) => {
      const { x, y } = handleDirection(handle);
      const scalesFlow = flow !== null && !keys.free && (keys.shift || (x !== 0 && y !== 0));
      const options = { keepAspect: keys.shift || scalesFlow, fromCentre: keys.alt ?? false };
      const snapped = snapResize(frame, handle, delta, options, keys.free ? null : snapper, threshold);
      const places = topmost(document, movable);
      const together = places.length > 1 || places.some(({ layer }) => entryOf(layer).holdsLayers);
      const resized = resizeLayers(document, {
        ids: movable,
        handle,
        dx: snapped.delta.x,
        dy: snapped.delta.y,
        ...options,
        scaleContents: together || (options.keepAspect && (flow === null || scalesFlow)),
      });
      const flown = flow && y === 0 && !options.keepAspect ? flow(resized) : resized;
      const { width, height } = selectionFrame(flown, movable) ?? frame;
      return { document: flown, guides: snapped.guides, readout: { kind: "size", width, height } };
    },

    rotate: (from, to, keys = {}) => {
      const pivot = centreOf(frame);
      const wanted = frame.rotation + angleOf(pivot, to) - angleOf(pivot, from);
      const degrees = normaliseAngle(
        keys.shift
          ? Math.round(wanted / ROTATION_STEP) * ROTATION_STEP
          : keys.free
            ? Math.round(wanted)
            : drawnIn(wanted),
      );
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
function landed(start: number, delta: number, snap: number, held: boolean): number {
  if (delta === 0) return 0;
  return held ? delta + snap : Math.round(start + delta) - start;
}

/** The angle of a magnet that is near, else the nearest whole one. */
function drawnIn(degrees: number): number {
  for (const { every, within } of MAGNETS) {
    const magnet = Math.round(degrees / every) * every;
    if (Math.abs(degrees - magnet) <= within) return magnet;
  }
  return Math.round(degrees);
}

/** The guides, and the distance to the nearest neighbour on each axis that has no equal gaps to tell of. */
function withNeighbours(
  guides: readonly Guide[],
  bounds: Rect,
  delta: Point,
  targets: readonly Rect[],
): readonly Guide[] {
  const moved = { ...bounds, x: bounds.x + delta.x, y: bounds.y + delta.y };
  const told = (axis: Axis) => guides.some((guide) => guide.kind === "gap" && guide.axis === axis);
  return [...guides, ...neighbourGaps(moved, targets).filter(({ axis }) => !told(axis))];
}

/**
 * For a single layer that flows, whose box is as tall as what flows in it: gives it the height that it takes in its new
 * width. A box that was made taller or shorter on purpose keeps its height. null for whatever does not flow.
 */
function flowOf(
  document: Document,
  ids: readonly string[],
  { flowHeight }: TransformOptions,
): ((resized: Document) => Document) | null {
  const [place, ...others] = topmost(document, ids);
  if (!place || others.length > 0 || !entryOf(place.layer).flows) return null;
  const { id } = place.layer;
  const before = flowHeight?.(place.layer) ?? null;
  if (before === null || Math.abs(place.layer.height - before) > before * SAME_HEIGHT)
    return (resized) => resized;
  return (resized) => {
    const layer = findLayer(resized, id);
    const wanted = layer && flowHeight?.(layer);
    const frame = selectionFrame(resized, [id]);
    if (!layer || !frame || wanted === null || wanted === undefined) return resized;
    const pull = { x: 0, y: Math.ceil(wanted) - layer.height };
    const { x, y } = applyToVector(rotationAbout({ x: 0, y: 0 }, frame.rotation), pull);
    return resizeLayers(resized, { ids: [id], handle: "s", dx: x, dy: y });
  };
}

function angleOf(pivot: Point, point: Point): number {
  return (Math.atan2(point.y - pivot.y, point.x - pivot.x) * 180) / Math.PI;
}

const FREE: Snap = { dx: 0, dy: 0, guides: [], held: { x: false, y: false } };

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
    const snap = snapper?.resize(wanted, edges, threshold) ?? FREE;
    return {
      delta: {
        x: landed(edgePlace(frame.x, frame.width, edges.x), shift.x, snap.dx, snap.held.x),
        y: landed(edgePlace(frame.y, frame.height, edges.y), shift.y, snap.dy, snap.held.y),
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
