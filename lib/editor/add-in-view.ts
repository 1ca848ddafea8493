import { addLayers } from "@/lib/template/commands/add-layers";
import { centreOf } from "@/lib/template/geometry";
import type { Size } from "@/lib/template/layer-entry";
import type { Document, Layer } from "@/lib/template/schema";
import { orFull } from "./actions/or-full";
import { PASTE_STEP } from "./clipboard";
import type { EditorStore } from "./store";
import { viewportCentre } from "./view";

export type NewLayer = {
  /** What the step is called: "Add heart". */
  label: string;
  id: string;
  create: (id: string, canvas: Size) => Layer;
};

/** Puts a new layer in front of everything, in the middle of what is in sight, and selects it. Says whether it did. */
export function addInView(store: EditorStore, { label, id, create }: NewLayer): boolean {
  const { document } = store.getState();
  const layer = besideOthers(document, centredInView(store, create(id, document)));
  const done = store.dispatch(
    label,
    orFull((doc) => addLayers(doc, { layers: [layer] })),
  );
  if (done) store.select([id], null);
  return done;
}

/** In the middle of the canvas while that is in sight, else in the middle of the view. Whole pixels. */
function centredInView(store: EditorStore, layer: Layer): Layer {
  const { document, view, viewport } = store.getState();
  const centre = viewportCentre(view, viewport);
  const seen = { x: viewport.width / view.zoom / 2, y: viewport.height / view.zoom / 2 };
  const inSight =
    Math.abs(document.width / 2 - centre.x) <= seen.x && Math.abs(document.height / 2 - centre.y) <= seen.y;
  if (inSight || viewport.width === 0) return layer;
  return {
    ...layer,
    x: Math.round(centre.x - layer.width / 2),
    y: Math.round(centre.y - layer.height / 2),
  };
}

/**
 * A step further down and right for each layer that has its middle in the same place, so that no new layer hides
 * another. What fills the canvas is a background: the first thing on it goes in the middle.
 */
function besideOthers(document: Document, layer: Layer): Layer {
  const middles = document.layers
    .filter(({ width, height }) => width < document.width || height < document.height)
    .map(centreOf);
  const { x, y } = centreOf(layer);
  const isTaken = (step: number) =>
    middles.some((middle) => Math.hypot(middle.x - x - step, middle.y - y - step) < PASTE_STEP / 2);
  let step = 0;
  while (isTaken(step)) step += PASTE_STEP;
  return step === 0 ? layer : { ...layer, x: layer.x + step, y: layer.y + step };
}
