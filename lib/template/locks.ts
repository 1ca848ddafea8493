import { aspectOf, lockedAspects } from "./aspects";
import { moveBox, worldMatrix } from "./geometry";
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
 * keeps them all. Locks count as they were before. Where a layer stands is where it stands on the canvas, in every size.
 */
export function respectsLocks(before: Document, after: Document): Breach | null {
  if (before.layers === after.layers && before.variants === after.variants) return null;
  for (const { layer, pointer } of walkLayers(before.layers)) {
    const locked = lockedAspects(before, layer.id);
    if (locked.size === 0) continue;
    const place = findPlace(after, layer.id);
    const breach = place ? breachOf(before, after, layer, place, locked) : goneBreach(layer, pointer, locked);
    if (breach) return breach;
  }
  return null;
}

function goneBreach(layer: Layer, path: string, locked: ReadonlySet<Lock>): Breach | null {
  return locked.has("delete") ? broken(layer, path, "delete") : null;
}

function breachOf(
  before: Document,
  after: Document,
  layer: Layer,
  { layer: next, pointer }: Place,
  locked: ReadonlySet<Lock>,
): Breach | null {
  if (locked.has("position") && !standsWhere(before, after, layer, next)) {
    return broken(layer, pointer, "position");
  }
  if (layer === next) return null;
  const changed = changedProperties(layer, next).find(({ aspect }) => locked.has(aspect));
  return changed ? broken(layer, `${pointer}/${changed.path}`, changed.aspect) : null;
}

function broken(layer: Layer, path: string, lock: Lock): Breach {
  const name = layer.name === "" ? "This layer" : `"${layer.name}"`;
  const how = "An owner or admin can unlock it.";
  return { path, message: `${name} stays as it is: ${SENTENCES[lock]}. ${how}` };
}

/** Whether the layer stands on the canvas where it stood, and in each size that was there before. */
function standsWhere(before: Document, after: Document, layer: Layer, next: Layer): boolean {
  const own = before.variants.every(({ id, overrides }) => {
    const same = after.variants.find((variant) => variant.id === id);
    return same === undefined || sameValue(overrides[layer.id], same.overrides[layer.id]);
  });
  if (!own) return false;
  const was = moveBox(layer, worldMatrix(before, findPlace(before, layer.id)?.parent?.id ?? null));
  const is = moveBox(next, worldMatrix(after, findPlace(after, layer.id)?.parent?.id ?? null));
  return (["x", "y", "width", "height", "rotation"] as const).every(
    (side) => Math.abs(was[side] - is[side]) < TOLERANCE,
  );
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
