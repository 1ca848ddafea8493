import { entryOf } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";
import { walkLayers } from "@/lib/template/tree";
import { type Action, SECTIONS } from "./actions/action";
import { ACTION_LIST, type ActionId } from "./actions/actions";
import { isPossible } from "./actions/is-possible";
import { layerLabel } from "./layer-label";
import { searchMark } from "./palette-search";
import { type SampleView, sampleViews } from "./preview-values";
import type { EditorState } from "./store";

/** What choosing a line of the palette does. */
export type PaletteDeed =
  | { kind: "action"; id: ActionId; icon: Action["icon"] }
  | { kind: "layer"; layer: Layer; parentId: string | null }
  | { kind: "field"; key: string }
  | { kind: "sample"; view: SampleView };

/** A line of the palette. */
export type PaletteItem = {
  /** The same for as long as the thing is there: what was chosen lately is kept by it. */
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
  readonly section: string;
  /** Why it cannot be chosen now; null when it can. */
  readonly blocked: string | null;
  readonly deed: PaletteDeed;
};

export type PaletteGroup = { readonly heading: string; readonly items: readonly PaletteItem[] };

/** Most lines of what was chosen lately, and most layers, fields and samples that one query lists. */
const RECENT_SHOWN = 5;
const MOST_FOUND = 12;
/** What was chosen lately stands before what answers equally well. */
const RECENT_BONUS = 0.5;
const RECENT_HEADING = "Recent";

/** Everything the palette can find now. Actions that change are left out for those who may only look. */
export function paletteItems(state: EditorState, canEdit: boolean): PaletteItem[] {
  return [...actionItems(state, canEdit), ...layerItems(state), ...fieldItems(state), ...sampleItems(state)];
}

function actionItems(state: EditorState, canEdit: boolean): PaletteItem[] {
  return ACTION_LIST.flatMap((action): PaletteItem[] => {
    const { id, label, labelNow, section, keywords = [], icon, changes, needs } = action;
    if (id === "openPalette" || (changes && !canEdit)) return [];
    const isEnabled = isPossible(action, state);
    if (!isEnabled && (needs === undefined || state.rights.contentOnly)) return [];
    return [
      {
        id: `action:${id}`,
        label: labelNow?.(state) ?? label,
        keywords: [label, section, ...keywords],
        section,
        blocked: isEnabled ? null : (needs ?? null),
        deed: { kind: "action", id, icon },
      },
    ];
  });
}

function layerItems({ document }: EditorState): PaletteItem[] {
  return Array.from(walkLayers(document.layers), ({ layer, parent }) => ({
    id: `layer:${layer.id}`,
    label: layerLabel(layer),
    keywords: [layer.name, entryOf(layer).label, "layer"],
    section: "Go to layer",
    blocked: null,
    deed: { kind: "layer" as const, layer, parentId: parent?.id ?? null },
  })).reverse();
}

function fieldItems({ document }: EditorState): PaletteItem[] {
  return document.fields.map(({ key, label, type }) => ({
    id: `field:${key}`,
    label: label.trim() || key,
    keywords: [key, type, "field"],
    section: "Go to field",
    blocked: null,
    deed: { kind: "field" as const, key },
  }));
}

function sampleItems({ document }: EditorState): PaletteItem[] {
  return sampleViews(document).map(({ view, label }) => ({
    id: view.kind === "row" ? `sample:${view.id}` : `sample:${view.kind}`,
    label,
    keywords: ["sample", "preview", "row", "values"],
    section: "Preview with",
    blocked: null,
    deed: { kind: "sample" as const, view },
  }));
}

/**
 * The lines for a query, under their headings. Without one: what was chosen lately, then all actions. With one: what
 * answers it, the best first; what cannot be done now goes below what can. `recent` are ids, the latest first.
 */
export function paletteGroups(
  items: readonly PaletteItem[],
  query: string,
  recent: readonly string[],
): PaletteGroup[] {
  return query.trim() === "" ? browsed(items, recent) : found(items, query, recent);
}

function browsed(items: readonly PaletteItem[], recent: readonly string[]): PaletteGroup[] {
  const lately = recent
    .flatMap((id) => items.find((item) => item.id === id && item.blocked === null) ?? [])
    .slice(0, RECENT_SHOWN);
  const others = items.filter((item) => item.deed.kind === "action" && !lately.includes(item));
  const groups = SECTIONS.map((section) => ({
    heading: section,
    items: others.filter((item) => item.section === section),
  }));
  return [{ heading: RECENT_HEADING, items: lately }, ...groups].filter((group) => group.items.length > 0);
}

function found(items: readonly PaletteItem[], query: string, recent: readonly string[]): PaletteGroup[] {
  const marked = items
    .map((item) => ({ item, mark: searchMark(item, query) }))
    .filter(({ mark }) => mark > 0)
    .map(({ item, mark }) => ({
      item,
      mark: (item.blocked === null ? mark : mark / 100) + (recent.includes(item.id) ? RECENT_BONUS : 0),
    }))
    .sort((one, other) => other.mark - one.mark);
  const groups = new Map<string, PaletteItem[]>();
  for (const { item } of marked) {
    const group = groups.get(item.section) ?? [];
    if (item.deed.kind === "action" || group.length < MOST_FOUND) group.push(item);
    groups.set(item.section, group);
  }
  return Array.from(groups, ([heading, list]) => ({ heading, items: list }));
}
