import { nextSampleView } from "../preview-values";
import { selectionBounds } from "../selection";
import type { Shortcut } from "../shortcuts";
import type { EditorState, EditorStore, Tool } from "../store";
import { FIT_PADDING, fitRectangle, fitView, nextZoomStop, zoomTo } from "../view";
import type { Action, IconName } from "./action";

const always = () => true;
const hasSamples = (state: EditorState) => state.document.samples.length > 0;

function zoomInMiddle(store: EditorStore, zoom: (now: number) => number): void {
  const { view, viewport } = store.getState();
  store.setView(zoomTo(view, { x: viewport.width / 2, y: viewport.height / 2 }, zoom(view.zoom)));
}

function tool(label: string, name: Tool, icon: IconName, key: string): Action {
  return {
    label,
    section: "View",
    icon,
    shortcuts: [{ key }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => store.setTool(name),
  };
}

function aid(
  label: string,
  name: "rulers" | "grid" | "safeArea",
  icon: IconName,
  shortcuts: readonly Shortcut[],
): Action {
  return {
    label: `${label} on or off`,
    section: "View",
    icon,
    shortcuts,
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => store.setAids({ [name]: !store.getState().aids[name] }),
  };
}

export const viewActions = {
  zoomIn: {
    label: "Zoom in",
    section: "View",
    icon: "zoom-in",
    shortcuts: [
      { key: "+", mod: true },
      { key: "=", mod: true },
      { key: "+", mod: true, shift: true },
    ],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => zoomInMiddle(store, (zoom) => nextZoomStop(zoom, 1)),
  },
  zoomOut: {
    label: "Zoom out",
    section: "View",
    icon: "zoom-out",
    shortcuts: [{ key: "-", mod: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => zoomInMiddle(store, (zoom) => nextZoomStop(zoom, -1)),
  },
  zoomTo100: {
    label: "Zoom to 100 %",
    section: "View",
    icon: "percent",
    shortcuts: [{ key: "0", mod: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => zoomInMiddle(store, () => 1),
  },
  zoomToFit: {
    label: "Zoom to fit",
    section: "View",
    icon: "maximize",
    shortcuts: [{ key: "1", shift: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => {
      const { document, viewport } = store.getState();
      store.setView(fitView(document, viewport));
    },
  },
  zoomToSelection: {
    label: "Zoom to the selection",
    section: "View",
    icon: "maximize",
    shortcuts: [{ key: "2", shift: true }],
    keys: "editor",
    changes: false,
    enabled: (state) => state.selection.length > 0,
    perform: (store) => {
      const { document, selection, viewport } = store.getState();
      const bounds = selectionBounds(document, selection);
      if (bounds) store.setView(fitRectangle(bounds, viewport, FIT_PADDING, 4));
    },
  },
  selectTool: tool("Select tool", "select", "mouse-pointer-2", "v"),
  handTool: tool("Hand tool", "hand", "hand", "h"),
  toggleSnapping: {
    label: "Snapping on or off",
    section: "View",
    icon: "magnet",
    shortcuts: [{ key: "s", mod: true, shift: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => store.setSnapping(!store.getState().snapping),
  },
  toggleRulers: aid("Rulers", "rulers", "ruler", [{ key: "r", shift: true }]),
  toggleGrid: aid("Grid", "grid", "grid-3x3", [{ key: "'", mod: true }]),
  toggleSafeArea: aid("Safe area", "safeArea", "scan", []),
  showFields: {
    label: "Show field names",
    section: "View",
    icon: "braces",
    shortcuts: [{ key: "1" }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => store.setSampleView({ kind: "fields" }),
  },
  showNextSample: {
    label: "Show the next sample",
    section: "View",
    icon: "user-round",
    shortcuts: [{ key: "2" }],
    keys: "editor",
    changes: false,
    enabled: hasSamples,
    perform: (store) => {
      const { document, sampleView } = store.getState();
      const next = nextSampleView(document, sampleView, 1);
      store.setSampleView(next.kind === "row" ? next : firstRow(document));
    },
  },
  showNextView: {
    label: "Show the next row",
    section: "View",
    icon: "chevron-right",
    shortcuts: [{ key: "]", alt: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => stepView(store, 1),
  },
  showPreviousView: {
    label: "Show the previous row",
    section: "View",
    icon: "chevron-left",
    shortcuts: [{ key: "[", alt: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => stepView(store, -1),
  },
  contactSheet: {
    label: "Contact sheet",
    section: "View",
    icon: "layout-grid",
    shortcuts: [{ key: "c", shift: true }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (_store, { toggleContactSheet }) => toggleContactSheet(),
  },
  showEmpty: {
    label: "Show with nothing filled",
    section: "View",
    icon: "square-dashed",
    shortcuts: [{ key: "3" }],
    keys: "editor",
    changes: false,
    enabled: always,
    perform: (store) => store.setSampleView({ kind: "empty" }),
  },
} as const satisfies Record<string, Action>;

/** Through fields, nothing filled, every sample row and every row of the stress set. */
function stepView(store: EditorStore, step: 1 | -1): void {
  const { document, sampleView } = store.getState();
  store.setSampleView(nextSampleView(document, sampleView, step));
}

function firstRow({ samples }: EditorState["document"]): EditorState["sampleView"] {
  const [row] = samples;
  return row ? { kind: "row", id: row.id } : { kind: "fields" };
}
