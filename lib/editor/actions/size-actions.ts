import { deleteSize, duplicateSize, resetSize } from "../sizes/size-commands";
import { nextSize, overridesAtHand } from "../sizes/size-list";
import type { EditorState, EditorStore } from "../store";
import type { Action, IconName } from "./action";

const hasSizes = (state: EditorState) => state.design.variants.length > 0;
const isAtSize = (state: EditorState) => state.sizeId !== null;

function step(label: string, icon: IconName, key: string, by: 1 | -1): Action {
  return {
    label,
    section: "View",
    icon,
    shortcuts: [{ key, alt: true }],
    keys: "editor",
    changes: false,
    enabled: hasSizes,
    perform: (store) => goTo(store, by),
  };
}

function goTo(store: EditorStore, by: 1 | -1): void {
  const next = nextSize(store.getState(), by);
  if (next) store.setSize(next.id);
}

export const sizeActions = {
  nextSize: step("Next size", "chevron-right", "pagedown", 1),
  previousSize: step("Previous size", "chevron-left", "pageup", -1),
  duplicateSize: {
    label: "Duplicate this size",
    section: "Edit",
    icon: "copy-plus",
    shortcuts: [],
    keys: "editor",
    changes: true,
    enabled: isAtSize,
    perform: (store, { newId }) => {
      const { sizeId } = store.getState();
      if (sizeId !== null) duplicateSize(store, sizeId, newId);
    },
  },
  deleteSize: {
    label: "Delete this size",
    section: "Edit",
    icon: "trash-2",
    shortcuts: [],
    keys: "editor",
    changes: true,
    enabled: isAtSize,
    perform: (store) => {
      const { sizeId } = store.getState();
      if (sizeId !== null) deleteSize(store, sizeId);
    },
  },
  resetLayersToDesign: {
    label: "Reset to the design",
    section: "Arrange",
    icon: "rotate-ccw",
    shortcuts: [],
    keys: "editor",
    changes: true,
    enabled: (state) => {
      const overrides = overridesAtHand(state);
      return overrides !== null && state.selection.some((id) => Object.hasOwn(overrides, id));
    },
    perform: (store) => void resetSize(store, { layerIds: store.getState().selection }),
  },
  resetSizeToDesign: {
    label: "Reset this size to the design",
    section: "Edit",
    icon: "rotate-ccw",
    shortcuts: [],
    keys: "editor",
    changes: true,
    enabled: (state) => Object.keys(overridesAtHand(state) ?? {}).length > 0,
    perform: (store) => void resetSize(store, {}),
  },
} as const satisfies Record<string, Action>;
