import { aspectOf, lockedAspects } from "./aspects";
import type { Field } from "./field";
import { type Breach, changedProperties } from "./locks";
import type { Lock } from "./primitives";
import { entryOf } from "./registry";
import { sameValue } from "./same-value";
import type { Document, Layer } from "./schema";
import { walkLayers } from "./tree";

const LEAD = "This template is brand-locked: you can change texts and pictures.";

/** Parts of a document that are content: words about the picture and values to look at it with. */
const CONTENT: ReadonlySet<string> = new Set(["alt", "samples"]);

/** Parts that are looked into one by one. */
const WITHIN: ReadonlySet<string> = new Set(["layers", "fields"]);

/**
 * The first thing that a change does to a document beyond its content; null when it changes words, pictures, codes,
 * numbers, alternative text, sample rows and fallbacks alone, and of those only what no lock of content keeps. Which
 * layers there are, where they stand and how they look is everything else, and so is the fallback of a field that a look
 * is taken from.
 */
export function contentOnlyChange(before: Document, after: Document): Breach | null {
  if (before === after) return null;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (CONTENT.has(name) || WITHIN.has(name)) continue;
    if (sameValue(Reflect.get(before, name), Reflect.get(after, name))) continue;
    return { path: `/${name}`, message: `${LEAD} The canvas and its sizes stay as they are.` };
  }
  return changedFields(before, after.fields) ?? changedLayers(before, before.layers, after.layers, "/layers");
}

function changedFields(doc: Document, after: readonly Field[]): Breach | null {
  const before = doc.fields;
  if (before.length !== after.length) {
    return { path: "/fields", message: `${LEAD} Fields are neither added nor taken away.` };
  }
  const looks = lookKeys(doc);
  for (const [index, field] of before.entries()) {
    if (looks.has(field.key) && field.fallback !== after[index]?.fallback) {
      const message = `${LEAD} The field ${field.key} decides how the design looks, so its fallback stays.`;
      return { path: `/fields/${index}/fallback`, message };
    }
    if (sameValue({ ...field, fallback: "" }, { ...after[index], fallback: "" })) continue;
    const message = `${LEAD} Of the field ${field.key} only the fallback can be changed.`;
    return { path: `/fields/${index}`, message };
  }
  return null;
}

/** Fields that the background or anything but the content of a layer is bound to. */
function lookKeys({ layers, backgroundKey }: Document): ReadonlySet<string> {
  const keys = new Set(backgroundKey === null ? [] : [backgroundKey]);
  for (const { layer } of walkLayers(layers)) {
    for (const { path, key } of layer.bindings) if (aspectOf(layer, path) !== "content") keys.add(key);
  }
  return keys;
}

function changedLayers(
  doc: Document,
  before: readonly Layer[],
  after: readonly Layer[],
  pointer: string,
): Breach | null {
  if (before === after) return null;
  const same = before.length === after.length && before.every(({ id }, index) => after[index]?.id === id);
  if (!same) {
    return {
      path: pointer,
      message: `${LEAD} Layers are neither added, taken away nor put in another order.`,
    };
  }
  for (const [index, layer] of before.entries()) {
    const next = after[index];
    if (next === undefined || next === layer) continue;
    const here = `${pointer}/${index}`;
    const breach =
      changedLayer(layer, next, here, lockedAspects(doc, layer.id)) ??
      changedLayers(doc, entryOf(layer).children(layer), entryOf(next).children(next), `${here}/children`);
    if (breach) return breach;
  }
  return null;
}

function changedLayer(layer: Layer, next: Layer, pointer: string, locked: ReadonlySet<Lock>): Breach | null {
  const name = layer.name === "" ? "A layer" : `"${layer.name}"`;
  const moved = ["x", "y", "width", "height", "rotation"].find((side) => !same(layer, next, side));
  if (moved) return { path: `${pointer}/${moved}`, message: `${LEAD} ${name} stays where it is.` };
  const apart = ["name", "locked", "locks"].find((each) => !same(layer, next, each));
  if (apart) return { path: `${pointer}/${apart}`, message: `${LEAD} ${name} keeps its name and locks.` };
  for (const { path, aspect } of changedProperties(layer, next)) {
    if (aspect !== "content") {
      return { path: `${pointer}/${path}`, message: `${LEAD} ${name} keeps its look.` };
    }
    if (locked.has("content")) {
      return { path: `${pointer}/${path}`, message: `${LEAD} The content of ${name} is locked.` };
    }
  }
  return null;
}

function same(layer: Layer, next: Layer, name: string): boolean {
  return sameValue(Reflect.get(layer, name), Reflect.get(next, name));
}
