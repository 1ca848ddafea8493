import type { Point, Rect } from "@/lib/template/geometry";
import type { Size } from "@/lib/template/layer-entry";

/** How the stage is looked at: `screen = document * zoom + (x, y)`, screen in CSS px, document in canvas px. */
export type View = { readonly zoom: number; readonly x: number; readonly y: number };

export const ZOOM_MIN = 0.05;
export const ZOOM_MAX = 16;
/** Stops of the zoom buttons. */
export const ZOOM_STOPS = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16] as const;
/** Free space left around the canvas when it is fitted, screen px. */
export const FIT_PADDING = 48;
/** How much of the canvas always stays within reach, screen px. */
const IN_SIGHT = 64;

export function toScreen(view: View, point: Point): Point {
  return { x: point.x * view.zoom + view.x, y: point.y * view.zoom + view.y };
}

export function toDocument(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.zoom, y: (point.y - view.y) / view.zoom };
}

/** Sets the zoom so that the document point under `pointer` (screen px) stays under it. */
export function zoomTo(view: View, pointer: Point, zoom: number): View {
  const next = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom));
  const anchor = toDocument(view, pointer);
  return { zoom: next, x: pointer.x - anchor.x * next, y: pointer.y - anchor.y * next };
}

/** Multiplies the zoom, keeping the point under the pointer. Wheel: `factor = exp(-deltaY / 500)`. */
export function zoomBy(view: View, pointer: Point, factor: number): View {
  return zoomTo(view, pointer, view.zoom * factor);
}

/** The next zoom stop above (`1`) or below (`-1`) the present zoom. */
export function nextZoomStop(zoom: number, direction: 1 | -1): number {
  if (direction === 1) return ZOOM_STOPS.find((stop) => stop > zoom * 1.001) ?? ZOOM_MAX;
  return ZOOM_STOPS.findLast((stop) => stop < zoom * 0.999) ?? ZOOM_MIN;
}

export function panBy(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Shows the whole canvas in the middle of the viewport, never above 100 %: enlarged pixels would mislead. */
export function fitView(canvas: Size, viewport: Size, padding = FIT_PADDING): View {
  return fitRectangle({ x: 0, y: 0, ...canvas }, viewport, padding, 1);
}

/** Shows a rectangle of the document in the middle of the viewport. */
export function fitRectangle(rectangle: Rect, viewport: Size, padding: number, largest: number): View {
  const room = {
    width: Math.max(1, viewport.width - padding * 2),
    height: Math.max(1, viewport.height - padding * 2),
  };
  const wanted = Math.min(
    largest,
    room.width / Math.max(1, rectangle.width),
    room.height / Math.max(1, rectangle.height),
  );
  const zoom = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, wanted));
  return {
    zoom,
    x: viewport.width / 2 - (rectangle.x + rectangle.width / 2) * zoom,
    y: viewport.height / 2 - (rectangle.y + rectangle.height / 2) * zoom,
  };
}

/** Moves the view back so far that part of the canvas stays in sight: nobody loses the canvas by panning. */
export function clampView(view: View, canvas: Size, viewport: Size): View {
  const clamp = (offset: number, length: number, room: number) =>
    Math.min(Math.max(offset, IN_SIGHT - length * view.zoom), Math.max(room - IN_SIGHT, 0));
  const zoom = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, view.zoom));
  return {
    zoom,
    x: clamp(view.x, canvas.width, viewport.width),
    y: clamp(view.y, canvas.height, viewport.height),
  };
}

/** The document point in the middle of the viewport: where new layers and pastes without a pointer go. */
export function viewportCentre(view: View, viewport: Size): Point {
  return toDocument(view, { x: viewport.width / 2, y: viewport.height / 2 });
}
