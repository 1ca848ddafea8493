import type { LayerEntry } from "@/lib/template/registry";
import { ENTRIES } from "@/lib/template/registry";
import { addInView } from "../add-in-view";
import { type AddTool, isSameTool } from "../add-tool";
import { presetOf } from "../new-layer";
import type { Shortcut } from "../shortcuts";
import type { EditorStore } from "../store";
import type { Action, ActionContext, IconName } from "./action";

/** Adds what the tool places and answers its id; null when there was no room for it. */
function addPreset(store: EditorStore, tool: AddTool, { newId }: ActionContext) {
  const { label, create } = presetOf(tool);
  const id = newId();
  return addInView(store, { label: `Add ${label.toLowerCase()}`, id, create }) ? id : null;
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
const { text, image, shape, qr, barcode, progress, rating, chart, countdown } = ENTRIES;

export const addActions = {
  addHeading: add("Heading", text, "heading", "heading", [{ key: "t" }], type),
  addSubheading: add("Subheading", text, "subheading", "type", [], type),
  addBodyText: add("Body text", text, "body", "text", [{ key: "t", shift: true }], type),
  addRectangle: add("Rectangle", shape, "rectangle", "square", [{ key: "r" }]),
  addEllipse: add("Ellipse", shape, "ellipse", "circle", [{ key: "o" }]),
  addLine: add("Line", shape, "line", "minus", [{ key: "l" }]),
  addPolygon: add("Polygon", shape, "polygon", "pentagon", []),
  addStar: add("Star", shape, "star", "star", []),
  addHeart: add("Heart", shape, "heart", "heart", []),
  addArrow: add("Arrow", shape, "arrow", "arrow-big-right", []),
  addSpeechBubble: add("Speech bubble", shape, "bubble", "message-square", []),
  addBurst: add("Burst", shape, "burst", "badge", []),
  addBlob: add("Blob", shape, "blob", "egg", []),
  addIcon: {
    label: "Icon",
    section: "Add",
    keywords: ["symbol", "pictogram", "glyph", "lucide"],
    icon: "shapes",
    shortcuts: [],
    keys: "editor",
    changes: true,
    enabled: () => true,
    perform: (_store: EditorStore, { open }: ActionContext) => open("icons"),
  },
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
  addCountdown: add("Countdown", countdown, "boxes", "timer", []),
  addCountdownLine: add("Countdown in a line", countdown, "clock", "timer", []),
  addCountdownFromOpen: add("Countdown from first open", countdown, "since-open", "timer-reset", []),
} as const satisfies Record<string, Action>;
