import { distancesBetween } from "@/lib/editor/measuring";
import { selectionBounds } from "@/lib/editor/selection";
import type { Guide } from "@/lib/editor/snapping";
import type { EditorState } from "@/lib/editor/store";

/** Distances from the selection to a layer, or to the edges of the canvas where the pointer is on none. */
export function measuresFrom({ document, selection }: EditorState, hoverId: string | null): readonly Guide[] {
  const from = selectionBounds(document, selection);
  if (!from || (hoverId !== null && selection.includes(hoverId))) return [];
  const canvas = { x: 0, y: 0, width: document.width, height: document.height };
  const to = hoverId === null ? canvas : selectionBounds(document, [hoverId]);
  return to ? distancesBetween(from, to) : [];
}
