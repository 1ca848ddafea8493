import { duplicateLayers } from "@/lib/template/commands/duplicate-layers";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { ungroupLayers } from "@/lib/template/commands/ungroup-layers";
import { entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer, subtreeIds, topmost } from "@/lib/template/tree";
import { copyText, PASTE_STEP } from "../clipboard";
import { unlockedIds } from "../selection";
import type { EditorState, EditorStore } from "../store";
import type { Action } from "./action";
import { pasteText } from "./paste-text";
import { tellIfFull } from "./tell-if-full";

const hasSelection = (state: EditorState) => state.selection.length > 0;
const hasUnlocked = ({ document, selection }: EditorState) => unlockedIds(document, selection).length > 0;

function selectedLayers({ document, selection }: EditorState): Layer[] {
  return selection.flatMap((id) => findLayer(document, id) ?? []);
}

function selectedGroups(state: EditorState): string[] {
  const unlocked = new Set(unlockedIds(state.document, state.selection));
  return selectedLayers(state)
    .filter((layer) => unlocked.has(layer.id) && entryOf(layer).holdsLayers)
    .map(({ id }) => id);
}

function removeSelected(store: EditorStore, label: string): void {
  const { document, selection } = store.getState();
  const ids = unlockedIds(document, selection);
  store.dispatch(label, (doc) => removeLayers(doc, { ids }));
}

/** Switches a yes-or-no property of all selected layers: on unless all of them have it. */
function toggle(store: EditorStore, path: "locked" | "visible", on: string, off: string): void {
  const state = store.getState();
  const value = !selectedLayers(state).every((layer) => layer[path]);
  store.dispatch(value ? on : off, (doc) =>
    setProperties(doc, { ids: state.selection, values: { [path]: value } }),
  );
}

export const editActions = {
  delete: {
    label: "Delete",
    section: "Edit",
    icon: "trash-2",
    shortcuts: [{ key: "delete" }, { key: "backspace" }],
    keys: "editor",
    changes: true,
    enabled: hasUnlocked,
    perform: (store) => removeSelected(store, "Delete"),
  },
  duplicate: {
    label: "Duplicate",
    section: "Edit",
    icon: "copy-plus",
    shortcuts: [{ key: "d", mod: true }],
    keys: "editor",
    changes: true,
    enabled: hasSelection,
    perform: (store, { newId }) => {
      const { document, selection } = store.getState();
      const layers = topmost(document, selection).map(({ layer }) => layer);
      const newIds = Object.fromEntries(subtreeIds(layers).map((id) => [id, newId()]));
      const place = { dx: PASTE_STEP, dy: PASTE_STEP };
      const done = store.dispatch(
        "Duplicate",
        (doc) => duplicateLayers(doc, { ids: selection, newIds, ...place }),
        { select: layers.map(({ id }) => newIds[id] ?? id) },
      );
      tellIfFull(store, done);
    },
  },
  cut: {
    label: "Cut",
    section: "Edit",
    icon: "scissors",
    shortcuts: [{ key: "x", mod: true }],
    keys: "browser",
    changes: true,
    enabled: hasUnlocked,
    perform: async (store, { writeClipboard }) => {
      const { document, selection } = store.getState();
      const text = copyText(document, unlockedIds(document, selection));
      if (text === null) return;
      await writeClipboard(text);
      removeSelected(store, "Cut");
    },
  },
  copy: {
    label: "Copy",
    section: "Edit",
    icon: "copy",
    shortcuts: [{ key: "c", mod: true }],
    keys: "browser",
    changes: false,
    enabled: hasSelection,
    perform: async (store, { writeClipboard }) => {
      const { document, selection } = store.getState();
      const text = copyText(document, selection);
      if (text !== null) await writeClipboard(text);
    },
  },
  paste: {
    label: "Paste",
    section: "Edit",
    icon: "clipboard-paste",
    shortcuts: [{ key: "v", mod: true }],
    keys: "browser",
    changes: true,
    enabled: () => true,
    perform: async (store, context) => pasteText(store, await context.readClipboard(), context.newId),
  },
  group: {
    label: "Group",
    section: "Arrange",
    icon: "group",
    shortcuts: [{ key: "g", mod: true }],
    keys: "editor",
    changes: true,
    enabled: hasUnlocked,
    perform: (store, { newId }) => {
      const { document, selection } = store.getState();
      const groupId = newId();
      const ids = unlockedIds(document, selection);
      const done = store.dispatch("Group", (doc) => groupLayers(doc, { ids, groupId }), {
        select: [groupId],
      });
      tellIfFull(store, done);
    },
  },
  ungroup: {
    label: "Ungroup",
    section: "Arrange",
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
    section: "Arrange",
    icon: "lock",
    shortcuts: [{ key: "l", mod: true, shift: true }],
    keys: "editor",
    changes: true,
    enabled: hasSelection,
    perform: (store) => toggle(store, "locked", "Lock", "Unlock"),
  },
  toggleVisible: {
    label: "Show or hide",
    section: "Arrange",
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
