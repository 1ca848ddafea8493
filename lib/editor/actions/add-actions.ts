import { addLayers } from "@/lib/template/commands/add-layers";
import { centreOf } from "@/lib/template/geometry";
import type { LayerEntry } from "@/lib/template/registry";
import { ENTRIES } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { type AddTool, isSameTool } from "../add-tool";
import { PASTE_STEP } from "../clipboard";
import { presetOf } from "../new-layer";
import type { Shortcut } from "../shortcuts";
import type { EditorStore } from "../store";
import { viewportCentre } from "../view";
import type { Action, ActionContext, IconName } from "./action";
import { tellIfFull } from "./tell-if-full";

/** Puts a new layer in front of everything, in the middle of what is in sight, and selects it. Answers its id. */
function addPreset(store: EditorStore, tool: AddTool, { newId }: ActionContext) {
  const preset = presetOf(tool);
  const { document } = store.getState();
  const id = newId();
  const layer = besideOthers(document, centredInView(store, preset.create(id, document)));
  const done = store.dispatch(`Add ${preset.label.toLowerCase()}`, (doc) =>
    addLayers(doc, { layers: [layer] }),
  );
  tellIfFull(store, done);
  if (done) store.select([id], null);
  return done ? id : null;
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

type After = (id: string, store: EditorStore, context: ActionContext) => void;

function add(
  label: string,
  entry: LayerEntry,
  presetId: string,
  icon: IconName,
  shortcuts: readonly Shortcut[],
  after?: After,
): Action {
  const tool: AddTool = { type: entry.type, presetId, label };
  return {
    label,
    section: "Add",
    icon,
    shortcuts,
    keys: "editor",
    changes: true,
    enabled: () => true,
    // A picture is chosen first, so its tool would have nothing to place.
    ...(after !== choose && {
      arm: (store: EditorStore) => {
        if (isSameTool(store.getState().adding, tool)) return false;
        store.setAdding(tool);
        return true;
      },
    }),
    perform: (store, context) => {
      store.setAdding(null);
      const id = addPreset(store, tool, context);
      if (id !== null) after?.(id, store, context);
    },
  };
}

const type: After = (id, store) => store.editText(id);
const choose: After = (id, _store, context) => context.choosePicture(id);
const { text, image, shape, qr, barcode, progress, rating, chart } = ENTRIES;

export const addActions = {
  addHeading: add("Heading", text, "heading", "heading", [{ key: "t" }], type),
  addSubheading: add("Subheading", text, "subheading", "type", [], type),
  addBodyText: add("Body text", text, "body", "text", [{ key: "t", shift: true }], type),
  addRectangle: add("Rectangle", shape, "rectangle", "square", [{ key: "r" }]),
  addEllipse: add("Ellipse", shape, "ellipse", "circle", [{ key: "o" }]),
  addLine: add("Line", shape, "line", "minus", [{ key: "l" }]),
  addPolygon: add("Polygon", shape, "polygon", "pentagon", []),
  addStar: add("Star", shape, "star", "star", []),
  addImage: add("Image", image, "image", "image", [{ key: "k", mod: true, shift: true }], choose),
  addAvatar: add("Profile picture", image, "avatar", "circle-user-round", []),
  addQrCode: add("QR code", qr, "qr", "qr-code", [{ key: "q" }]),
  addBarcode: add("Barcode", barcode, "barcode", "barcode", []),
  addProgressBar: add("Progress bar", progress, "bar", "gauge", []),
  addProgressRing: add("Progress ring", progress, "ring", "loader-circle", []),
  addRating: add("Rating", rating, "rating", "star-half", []),
  addBarChart: add("Bar chart", chart, "bar", "chart-column", []),
  addLineChart: add("Line chart", chart, "line", "chart-line", []),
  addDonutChart: add("Donut chart", chart, "donut", "donut", []),
} as const satisfies Record<string, Action>;
