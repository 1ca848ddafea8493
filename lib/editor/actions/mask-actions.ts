import { maskLayers } from "@/lib/template/commands/mask-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { maskOf } from "@/lib/template/layers/group";
import { entryOf } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";
import { topmost } from "@/lib/template/tree";
import { unlockedIds } from "../selection";
import type { EditorState } from "../store";
import type { Action } from "./action";
import { orFull } from "./or-full";

/** The selected layers that may be changed, none of them inside another, back to front. */
function chosen({ document, selection }: EditorState): Layer[] {
  return topmost(document, unlockedIds(document, selection)).map(({ layer }) => layer);
}

/** A group that is selected alone and holds a layer to mask with and one to mask. */
function groupToMask(state: EditorState): Layer | null {
  const [only, ...others] = chosen(state);
  if (!only || others.length > 0) return null;
  return entryOf(only).children(only).length > 1 && maskOf(only) === null ? only : null;
}

/** The masked groups that are selected, or whose mask is. */
function masked({ document, selection }: EditorState): string[] {
  const places = topmost(document, unlockedIds(document, selection));
  const groups = places.flatMap(({ layer, parent }) => {
    if (maskOf(layer)) return [layer.id];
    return parent && maskOf(parent) === layer ? [parent.id] : [];
  });
  return unlockedIds(document, [...new Set(groups)]);
}

export const maskActions = {
  useAsMask: {
    label: "Use as mask",
    section: "Arrange",
    icon: "scan",
    shortcuts: [{ key: "m", mod: true, alt: true }],
    keys: "editor",
    changes: true,
    enabled: (state) => chosen(state).length > 1 || groupToMask(state) !== null,
    perform: (store, { newId }) => {
      const state = store.getState();
      const group = groupToMask(state);
      if (group) {
        store.dispatch("Use as mask", (doc) =>
          setProperties(doc, { ids: [group.id], values: { masked: true } }),
        );
        return;
      }
      const groupId = newId();
      const ids = chosen(state).map(({ id }) => id);
      store.dispatch(
        "Use as mask",
        orFull((doc) => maskLayers(doc, { ids, groupId })),
        { select: [groupId] },
      );
    },
  },
  releaseMask: {
    label: "Release mask",
    section: "Arrange",
    icon: "square-dashed",
    shortcuts: [{ key: "m", mod: true, alt: true, shift: true }],
    keys: "editor",
    changes: true,
    enabled: (state) => masked(state).length > 0,
    perform: (store) => {
      const ids = masked(store.getState());
      store.dispatch("Release mask", (doc) => setProperties(doc, { ids, values: { masked: false } }));
    },
  },
} as const satisfies Record<string, Action>;
