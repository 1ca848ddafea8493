import { aspectOf, lockedAspects } from "./aspects";
import { type Box, moveBox, worldMatrix } from "./geometry";
import { type AtSize, type KeptSize, keptSizes, looksTheSame, statesAtSizes } from "./locks-at-sizes";
import type { Lock } from "./primitives";
import { entryOf } from "./registry";
import { sameValue } from "./same-value";
import type { Document, Layer } from "./schema";
import { findPlace, type Place, walkLayers } from "./tree";

/** What a change does that a lock does not allow: where in the changed document, and a sentence. */
export type Breach = { path: string; message: string };

/** Places on the canvas that differ by less are the same: groups are drawn tight anew around what they hold. Px. */
const TOLERANCE = 0.05;

const SENTENCES: Record<Lock, string> = {
  position: "its position is locked",
  style: "its style is locked",
  content: "its content is locked",
  delete: "it is locked against deleting",
};

/**
 * The first thing that a change does to a layer against the layer's locks or those of the groups around it; null when it
 * keeps them all. Locks count as they were before. Where a layer stands is where it stands on the canvas, in every size;
 * how it looks is also whether a size hides it and how large its text is there.
 */
export function respectsLocks(before: Document, after: Document): Breach | null {
  if (before.layers === after.layers && before.variants === after.variants) return null;
  const locked = lockedLayers(before);
  if (locked.length === 0) return null;
  const held = locked.filter(({ aspects }) => aspects.has("position")).map(({ layer }) => layer.id);
  const states: readonly AtSize[] = [
    { was: before, is: after },
    ...(held.length > 0 ? statesAtSizes(before, after, held) : []),
  ];
  const sizes = before.variants === after.variants ? [] : keptSizes(before, after);
  for (const { layer, pointer, aspects } of locked) {
    const place = findPlace(after, layer.id);
    const breach = place
      ? breachOf({ layer, place, aspects, states, sizes })
      : goneBreach(layer, pointer, aspects);
    if (breach) return breach;
  }
  return null;
}

type Locked = { layer: Layer; pointer: string; aspects: ReadonlySet<Lock> };

/** What is locked, by layers. Documents never change, so that a drag asks once and not at each step. */
const known = new WeakMap<Document["layers"], readonly Locked[]>();

function lockedLayers(doc: Document): readonly Locked[] {
  const made = known.get(doc.layers);
  if (made) return made;
  const found = Array.from(walkLayers(doc.layers), ({ layer, pointer }): Locked => {
    return { layer, pointer, aspects: lockedAspects(doc, layer.id) };
  }).filter(({ aspects }) => aspects.size > 0);
  known.set(doc.layers, found);
  return found;
}

function goneBreach(layer: Layer, path: string, locked: ReadonlySet<Lock>): Breach | null {
  return locked.has("delete") ? broken(layer, path, "delete") : null;
}

type Change = {
  layer: Layer;
  place: Place;
  aspects: ReadonlySet<Lock>;
  states: readonly AtSize[];
  sizes: readonly KeptSize[];
};

function breachOf({ layer, place, aspects, states, sizes }: Change): Breach | null {
  const { layer: next, pointer } = place;
  if (aspects.has("position") && !states.every(({ was, is }) => standsWhere(was, is, layer.id))) {
    return broken(layer, pointer, "position");
  }
  if (aspects.has("style") && !sizes.every((size) => looksTheSame(layer, size))) {
    return broken(layer, pointer, "style");
  }
  if (layer === next) return null;
  const changed = changedProperties(layer, next).find(({ aspect }) => aspects.has(aspect));
  return changed ? broken(layer, `${pointer}/${changed.path}`, changed.aspect) : null;
}

function broken(layer: Layer, path: string, lock: Lock): Breach {
  const name = layer.name === "" ? "This layer" : `"${layer.name}"`;
  const how = "An owner or admin can unlock it.";
  return { path, message: `${name} stays as it is: ${SENTENCES[lock]}. ${how}` };
}

/** Whether the layer stands on the canvas where it stood. */
function standsWhere(before: Document, after: Document, id: string): boolean {
  const [was, is] = [boxOnCanvas(before, id), boxOnCanvas(after, id)];
  if (was === null || is === null) return was === is;
  return (["x", "y", "width", "height", "rotation"] as const).every(
    (side) => Math.abs(was[side] - is[side]) < TOLERANCE,
  );
}

function boxOnCanvas(doc: Document, id: string): Box | null {
  const place = findPlace(doc, id);
  return place ? moveBox(place.layer, worldMatrix(doc, place.parent?.id ?? null)) : null;
}

export type ChangedProperty = { path: string; aspect: Exclude<Lock, "delete"> };

/**
 * The properties in which two states of a layer differ and the aspects they belong to, its place apart. What stands in
 * the content in a style of its own is of both: other words are content, a style that was not there before is style.
 */
export function changedProperties(layer: Layer, next: Layer): ChangedProperty[] {
  if (layer.type !== next.type) return [{ path: "type", aspect: "style" }];
  const names = new Set([...Object.keys(layer), ...Object.keys(next)]);
  const changed = [...names].flatMap((name): ChangedProperty[] => {
    if (sameValue(Reflect.get(layer, name), Reflect.get(next, name))) return [];
    if (name === "tokens") return changedTokens(layer, next);
    const aspect = aspectOf(layer, name);
    return aspect === null || aspect === "position" ? [] : [{ path: name, aspect }];
  });
  const [styles, later] = [layer, next].map((each) => entryOf(each).stylesInContent?.(each) ?? []);
  const news = later?.some((style) => !sameValue(style, {}) && !styles?.some((own) => sameValue(own, style)));
  const [content] = changed.filter(({ aspect }) => aspect === "content");
  return news && content ? [...changed, { path: content.path, aspect: "style" }] : changed;
}

function changedTokens(layer: Layer, next: Layer): ChangedProperty[] {
  const paths = new Set([...Object.keys(layer.tokens), ...Object.keys(next.tokens)]);
  return [...paths].flatMap((path): ChangedProperty[] => {
    const aspect = layer.tokens[path] === next.tokens[path] ? null : aspectOf(layer, path);
    return aspect === null ? [] : [{ path: `tokens/${path}`, aspect }];
  });
}

/** The first layer whose own locks a change has set otherwise; null when there is none. Setting them is for admins. */
export function changedLock(before: Document, after: Document): Breach | null {
  for (const { layer } of walkLayers(before.layers)) {
    const place = findPlace(after, layer.id);
    if (!place || place.layer === layer) continue;
    if (sameValue([...layer.locks].sort(), [...place.layer.locks].sort())) continue;
    const message = "Locks of layers are set by owners and admins of the workspace.";
    return { path: `${place.pointer}/locks`, message };
  }
  return null;
}
