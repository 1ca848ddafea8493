import {
  type Box,
  boundsOnCanvas,
  moveBox,
  type Point,
  type Rect,
  unionOf,
  worldMatrix,
} from "@/lib/template/geometry";
import { entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { childrenOf, findLayer, parentIdOf, pathTo, topmost, walkLayers } from "@/lib/template/tree";
import { type HitOptions, isInBox, isSelectable, layersInMarquee } from "./hit-test";

/** What is selected and inside which group clicks select. */
export type Selected = {
  readonly selection: readonly string[];
  readonly enteredGroupId: string | null;
};

export type ClickKeys = {
  /** Shift: adds or takes away. */
  toggle?: boolean;
  /** Ctrl or Command: the layer itself, however deep it lies. */
  deep?: boolean;
};

const NOTHING: Selected = { selection: [], enteredGroupId: null };

/**
 * Selection after the pointer went down. `path` is what `hitTest` answered. Pressing on a layer that is selected
 * keeps the selection, so that several layers can be dragged; `releaseOn` settles it when no drag came of it.
 */
export function pressOn(before: Selected, path: readonly Layer[], keys: ClickKeys = {}): Selected {
  const target = targetOf(path, before.enteredGroupId, keys.deep ?? false);
  if (!target) return keys.toggle ? before : NOTHING;
  if (before.selection.includes(target.id)) {
    return keys.toggle ? { ...before, selection: before.selection.filter((id) => id !== target.id) } : before;
  }
  if (!keys.toggle) return { selection: [target.id], enteredGroupId: target.parentId };
  const related = new Set(path.map(({ id }) => id));
  const inside = new Set(Array.from(walkLayers(target.layers), ({ layer }) => layer.id));
  const others = before.selection.filter((id) => !related.has(id) && !inside.has(id));
  return { selection: [...others, target.id], enteredGroupId: target.parentId };
}

/**
 * Whether a press at a point of the canvas takes hold of what is selected: it lies in the own box of a selected layer
 * that can be moved. What lies above does not count, so that a selected layer can be dragged from under another.
 */
export function holdsSelection(
  document: Document,
  selection: readonly string[],
  point: Point,
  { hidden, tolerance }: HitOptions = {},
): boolean {
  return unlockedIds(document, selection).some((id) => {
    const path = pathTo(document, id);
    const layer = path.at(-1);
    if (!layer || !path.every((each) => isSelectable(each, hidden))) return false;
    return isInBox(document, layer, point, tolerance);
  });
}

/** Selection after the pointer went up where it went down: a plain click on one of several selects it alone. */
export function releaseOn(before: Selected, path: readonly Layer[], keys: ClickKeys = {}): Selected {
  if (keys.toggle) return before;
  const target = targetOf(path, before.enteredGroupId, keys.deep ?? false);
  return target ? { selection: [target.id], enteredGroupId: target.parentId } : NOTHING;
}

/**
 * A double click goes one group deeper. `opened` is the layer to open, for one that is no group (typing in a
 * text, choosing a picture); null after entering a group.
 */
export function doubleClickOn(
  before: Selected,
  path: readonly Layer[],
): Selected & { opened: string | null } {
  const target = targetOf(path, before.enteredGroupId, false);
  if (!target) return { ...NOTHING, opened: null };
  const child = path[path.findIndex(({ id }) => id === target.id) + 1];
  if (!child) return { selection: [target.id], enteredGroupId: target.parentId, opened: target.id };
  return { selection: [child.id], enteredGroupId: target.id, opened: null };
}

type Target = { id: string; parentId: string | null; layers: readonly Layer[] };

function targetOf(path: readonly Layer[], enteredGroupId: string | null, deep: boolean): Target | null {
  const entered = path.findIndex(({ id }) => id === enteredGroupId);
  const at = deep ? path.length - 1 : entered >= 0 && entered < path.length - 1 ? entered + 1 : 0;
  const layer = path[at];
  if (!layer) return null;
  return { id: layer.id, parentId: path[at - 1]?.id ?? null, layers: entryOf(layer).children(layer) };
}

/** Selection while a marquee is drawn; with `add` it comes on top of what was selected before. */
export function selectInMarquee(
  document: Document,
  before: Selected,
  area: Rect,
  options: { add?: boolean; hidden?: ReadonlySet<string> } = {},
): Selected {
  const touched = layersInMarquee(document, area, before.enteredGroupId, options.hidden).map(({ id }) => id);
  const selection = options.add ? [...new Set([...before.selection, ...touched])] : touched;
  return { ...before, selection };
}

/** Everything that can be selected beside each other: in the entered group, else on the canvas. */
export function selectAll(document: Document, enteredGroupId: string | null): Selected {
  const layers = childrenOf(document, enteredGroupId) ?? [];
  return { selection: layers.filter((layer) => isSelectable(layer)).map(({ id }) => id), enteredGroupId };
}

/** Escape: out of the entered group to the group itself, then to nothing. */
export function selectOut(document: Document, { enteredGroupId }: Selected): Selected {
  if (enteredGroupId === null) return NOTHING;
  return { selection: [enteredGroupId], enteredGroupId: parentIdOf(document, enteredGroupId) ?? null };
}

/** Enter on a group: its selectable children, one level in. The same selection when nothing is inside. */
export function selectInto(document: Document, before: Selected): Selected {
  const [id] = before.selection;
  const layer = id === undefined ? undefined : findLayer(document, id);
  if (!layer || before.selection.length !== 1) return before;
  const children = entryOf(layer)
    .children(layer)
    .filter((child) => isSelectable(child));
  if (children.length === 0) return before;
  return { selection: children.map((child) => child.id), enteredGroupId: layer.id };
}

/**
 * Tab: the next (or with -1 the previous) layer beside the selected one, back to front; null at the end, where
 * the focus moves on to the next control so that nobody is trapped on the stage.
 */
export function selectNext(document: Document, before: Selected, step: 1 | -1): Selected | null {
  const { selection, enteredGroupId } = selectAll(document, before.enteredGroupId);
  const last = before.selection.at(-1);
  const here = last === undefined ? -1 : selection.indexOf(last);
  const start = step === 1 ? 0 : selection.length - 1;
  const next = selection[here === -1 ? start : here + step];
  return next === undefined ? null : { selection: [next], enteredGroupId };
}

/** Selection from the layers list, where locked and hidden layers can be selected too. */
export function selectFromList(document: Document, before: Selected, id: string, toggle: boolean): Selected {
  const parentId = pathTo(document, id).at(-2)?.id ?? null;
  if (!toggle) return { selection: [id], enteredGroupId: parentId };
  const selection = before.selection.includes(id)
    ? before.selection.filter((each) => each !== id)
    : [...before.selection, id];
  return { selection, enteredGroupId: parentId };
}

/**
 * The box that holds the handles, in canvas px: a single layer's own turned box, the upright box around
 * several; null for none.
 */
export function selectionFrame(document: Document, ids: readonly string[]): Box | null {
  const places = topmost(document, ids);
  const [only] = places;
  if (only && places.length === 1) {
    return plainBox(moveBox(only.layer, worldMatrix(document, only.parent?.id ?? null)));
  }
  const bounds = unionOf(places.map(({ layer }) => boundsOnCanvas(document, layer)));
  return bounds && { ...bounds, rotation: 0 };
}

/** The upright box around the selection, canvas px; null for none. */
export function selectionBounds(document: Document, ids: readonly string[]): Rect | null {
  return unionOf(topmost(document, ids).map(({ layer }) => boundsOnCanvas(document, layer)));
}

/** The layers among `ids` that may be moved or changed: neither they nor a group around them is locked. */
export function unlockedIds(document: Document, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const path = pathTo(document, id);
    return path.length > 0 && !path.some(({ locked }) => locked);
  });
}

function plainBox({ x, y, width, height, rotation }: Box): Box {
  return { x, y, width, height, rotation };
}
