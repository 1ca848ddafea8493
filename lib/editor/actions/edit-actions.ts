import { duplicateLayers } from "@/lib/template/commands/duplicate-layers";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { ungroupLayers } from "@/lib/template/commands/ungroup-layers";
import { entryOf } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { findLayer, subtreeIds, topmost } from "@/lib/template/tree";
import { freedCopies } from "../brand/freed-copies";
import { PASTE_STEP } from "../clipboard";
import { unlockedIds } from "../selection";
import type { EditorState, EditorStore } from "../store";
import type { Action } from "./action";
import { orFull } from "./or-full";
import { removableIds, removeSelected, selectedLayers } from "./selected-layers";

const NEEDS_LAYER = "Select a layer first.";
const hasSelection = (state: EditorState) => state.selection.length > 0;
const hasUnlocked = ({ document, selection }: EditorState) => unlockedIds(document, selection).length > 0;

function selectedGroups(state: EditorState): string[] {
  const unlocked = new Set(unlockedIds(state.document, state.selection));
  return selectedLayers(state)
    .filter((layer) => unlocked.has(layer.id) && entryOf(layer).holdsLayers)
    .map(({ id }) => id);
}

function areAll(state: EditorState, path: "locked" | "visible"): boolean {
  const layers = selectedLayers(state);
  return layers.length > 0 && layers.every((layer) => layer[path]);
}

/** Switches a yes-or-no property of all selected layers: on unless all of them have it. */
function toggle(store: EditorStore, path: "locked" | "visible", on: string, off: string): void {
  const state = store.getState();
  const value = !areAll(state, path);
  store.dispatch(value ? on : off, (doc) =>
    setProperties(doc, { ids: state.selection, values: { [path]: value } }),
  );
}

export const editActions = {
  delete: {
    label: "Delete",
    section: "Edit",
    keywords: ["remove", "erase"],
    needs: "Select a layer that is not locked.",
    icon: "trash-2",
    shortcuts: [{ key: "delete" }, { key: "backspace" }],
    keys: "editor",
    changes: true,
    enabled: (state) => removableIds(state).length > 0,
    perform: (store) => removeSelected(store, "Delete"),
  },
  duplicate: {
    label: "Duplicate",
    section: "Edit",
    keywords: ["copy", "clone", "twice"],
    needs: NEEDS_LAYER,
    icon: "copy-plus",
    shortcuts: [{ key: "d", mod: true }],
    keys: "editor",
    changes: true,
    enabled: hasSelection,
    perform: (store, { newId }) => {
      const { document, selection, rights } = store.getState();
      const layers = topmost(document, selection).map(({ layer }) => layer);
      const newIds = Object.fromEntries(subtreeIds(layers).map((id) => [id, newId()]));
      const place = { dx: PASTE_STEP, dy: PASTE_STEP };
      store.dispatch(
        "Duplicate",
        orFull((doc) => {
          const copied = duplicateLayers(doc, { ids: selection, newIds, ...place });
          return freedCopies(copied, Object.values(newIds), rights);
        }),
        { select: layers.map(({ id }) => newIds[id] ?? id) },
      );
    },
  },
  group: {
    label: "Group",
    section: "Arrange",
    keywords: ["combine", "together", "folder"],
    needs: "Select layers that are not locked.",
    icon: "group",
    shortcuts: [{ key: "g", mod: true }],
    keys: "editor",
    changes: true,
    enabled: hasUnlocked,
    perform: (store, { newId }) => {
      const { document, selection } = store.getState();
      const groupId = newId();
      const ids = unlockedIds(document, selection);
      store.dispatch(
        "Group",
        orFull((doc) => groupLayers(doc, { ids, groupId })),
        { select: [groupId] },
      );
    },
  },
  ungroup: {
    label: "Ungroup",
    section: "Arrange",
    keywords: ["split", "apart"],
    needs: "Select a group.",
    icon: "ungroup",
    shortcuts: [
      { key: "g", mod: true, shift: true },
      { key: "backspace", mod: true },
    ],
    keys: "editor",
    changes: true,
    enabled: (state) => selectedGroups(state).length > 0,
    perform: (store) => {
      const state = store.getState();
      const ids = selectedGroups(state);
      const children = ids.flatMap((id) => childIds(state.document, id));
      const others = state.selection.filter((id) => !ids.includes(id));
      store.dispatch("Ungroup", (doc) => ungroupLayers(doc, { ids }), { select: [...others, ...children] });
    },
  },
  toggleLock: {
    label: "Lock or unlock",
    labelNow: (state) => (areAll(state, "locked") ? "Unlock" : "Lock"),
    section: "Arrange",
    keywords: ["protect", "freeze"],
    needs: NEEDS_LAYER,
    icon: "lock",
    shortcuts: [{ key: "l", mod: true, shift: true }],
    keys: "editor",
    changes: true,
    enabled: hasSelection,
    perform: (store) => toggle(store, "locked", "Lock", "Unlock"),
  },
  toggleVisible: {
    label: "Show or hide",
    labelNow: (state) => (areAll(state, "visible") ? "Hide" : "Show"),
    section: "Arrange",
    keywords: ["visible", "visibility", "eye"],
    needs: NEEDS_LAYER,
    icon: "eye",
    shortcuts: [{ key: "h", mod: true, shift: true }],
    keys: "editor",
    changes: true,
    enabled: hasSelection,
    perform: (store) => toggle(store, "visible", "Show", "Hide"),
  },
  rename: {
    label: "Rename",
    section: "Edit",
    keywords: ["name", "title"],
    needs: "Select one layer.",
    icon: "pencil",
    shortcuts: [{ key: "f2" }],
    keys: "editor",
    changes: true,
    enabled: (state) => state.selection.length === 1,
    perform: (store, { startRename }) => {
      const [id] = store.getState().selection;
      if (id !== undefined) startRename(id);
    },
  },
} as const satisfies Record<string, Action>;

function childIds(document: Document, id: string): string[] {
  const layer = findLayer(document, id);
  return layer
    ? entryOf(layer)
        .children(layer)
        .map((child) => child.id)
    : [];
}
