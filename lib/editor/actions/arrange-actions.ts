import { type AlignLayers, alignLayers } from "@/lib/template/commands/align-layers";
import { type DistributeLayers, distributeLayers } from "@/lib/template/commands/distribute-layers";
import { type ReorderLayers, reorderLayers } from "@/lib/template/commands/reorder-layers";
import { tidyLayers } from "@/lib/template/commands/tidy-layers";
import type { Document } from "@/lib/template/schema";
import { topmost } from "@/lib/template/tree";
import { freeIds } from "../brand/free-ids";
import { unlockedIds } from "../selection";
import type { Shortcut } from "../shortcuts";
import type { EditorState } from "../store";
import type { Action, IconName } from "./action";

/** The selected layers that may stand elsewhere. */
function placeableIds(state: EditorState): string[] {
  return freeIds(state, unlockedIds(state.document, state.selection), "position");
}

const counted = new WeakMap<Document, { selection: readonly string[]; count: number }>();

/** Layers that can be arranged; asked by many buttons at each step of the store and counted once. */
function countUnlocked(state: EditorState): number {
  const { document, selection } = state;
  const known = counted.get(document);
  if (known?.selection === selection) return known.count;
  const { length: count } = topmost(document, placeableIds(state));
  counted.set(document, { selection, count });
  return count;
}

const tidiable = new WeakMap<Document, { selection: readonly string[]; can: boolean }>();

/** Whether tidying would move anything; worked out once, for it is asked as often as the store changes. */
function canTidy(state: EditorState): boolean {
  const { document, selection } = state;
  const known = tidiable.get(document);
  if (known?.selection === selection) return known.can;
  const can = selection.length > 2 && tidyLayers(document, { ids: placeableIds(state) }) !== document;
  tidiable.set(document, { selection, can });
  return can;
}

function order(label: string, to: ReorderLayers["to"], icon: IconName, shortcut: Shortcut): Action {
  return {
    label,
    section: "Arrange",
    icon,
    shortcuts: [shortcut],
    keys: "editor",
    changes: true,
    enabled: (state) => countUnlocked(state) > 0,
    perform: (store) => {
      const ids = placeableIds(store.getState());
      store.dispatch(label, (doc) => reorderLayers(doc, { ids, to }));
    },
  };
}

function align(label: string, edge: AlignLayers["edge"], icon: IconName, key: string): Action {
  return {
    label,
    section: "Arrange",
    icon,
    shortcuts: [{ key, alt: true }],
    keys: "editor",
    changes: true,
    enabled: (state) => countUnlocked(state) > 0,
    perform: (store) => {
      const ids = placeableIds(store.getState());
      store.dispatch(label, (doc) => alignLayers(doc, { ids, edge }));
    },
  };
}

function distribute(label: string, axis: DistributeLayers["axis"], icon: IconName, key: string): Action {
  return {
    label,
    section: "Arrange",
    icon,
    shortcuts: [{ key, alt: true, shift: true }],
    keys: "editor",
    changes: true,
    enabled: (state) => countUnlocked(state) > 2,
    perform: (store) => {
      const ids = placeableIds(store.getState());
      store.dispatch(label, (doc) => distributeLayers(doc, { ids, axis }));
    },
  };
}

export const arrangeActions = {
  bringForward: order("Bring forward", "forward", "arrow-up", { key: "]", mod: true }),
  bringToFront: order("Bring to front", "front", "arrow-up-to-line", { key: "]" }),
  sendBackward: order("Send backward", "backward", "arrow-down", { key: "[", mod: true }),
  sendToBack: order("Send to back", "back", "arrow-down-to-line", { key: "[" }),
  alignLeft: align("Align left", "left", "align-start-vertical", "a"),
  alignCentre: align("Align centre", "centre", "align-center-vertical", "h"),
  alignRight: align("Align right", "right", "align-end-vertical", "d"),
  alignTop: align("Align top", "top", "align-start-horizontal", "w"),
  alignMiddle: align("Align middle", "middle", "align-center-horizontal", "v"),
  alignBottom: align("Align bottom", "bottom", "align-end-horizontal", "s"),
  tidyUp: {
    label: "Tidy up",
    section: "Arrange",
    icon: "layout-grid",
    shortcuts: [{ key: "t", mod: true, alt: true }],
    keys: "editor",
    changes: true,
    enabled: canTidy,
    perform: (store) => {
      const ids = placeableIds(store.getState());
      store.dispatch("Tidy up", (doc) => tidyLayers(doc, { ids }));
    },
  },
  distributeHorizontally: distribute(
    "Distribute horizontally",
    "horizontal",
    "align-horizontal-distribute-center",
    "h",
  ),
  distributeVertically: distribute(
    "Distribute vertically",
    "vertical",
    "align-vertical-distribute-center",
    "v",
  ),
} as const satisfies Record<string, Action>;
