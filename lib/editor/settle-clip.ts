import type { Clip } from "@/lib/template/clip";
import { LIMITS } from "@/lib/template/limits";
import { isFieldKey } from "@/lib/template/primitives";
import { entryOf, renameReferences } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { mapLayers } from "@/lib/template/tree";

export type SettledClip = {
  clip: Clip;
  /** What the person should know of it, a sentence each. */
  notes: readonly string[];
};

/**
 * Makes copied layers fit a document. A field of the same key and another type is kept apart under a new key; fields
 * beyond the limit stay behind; of another workspace no picture and no value of the brand kit can be had, so those
 * places are left empty.
 */
export function settleClip(document: Document, clip: Clip, isForeign: boolean): SettledClip {
  const notes: string[] = [];
  let { layers } = isForeign ? withoutForeign(clip, notes) : clip;
  const taken = new Set([...document.fields, ...clip.fields].map(({ key }) => key));
  const known = new Map(document.fields.map((field) => [field.key, field]));
  const settled = clip.fields.map((field) => {
    const own = known.get(field.key);
    if (own === undefined || own.type === field.type) return field;
    const key = freeKey(field.key, taken);
    taken.add(key);
    notes.push(
      `Here the field ${field.key} holds ${own.type} values, in what was pasted ${field.type} values. The pasted one is now called ${key}.`,
    );
    layers = [...mapLayers(layers, (layer) => renameReferences(layer, field.key, key))];
    return { ...field, key };
  });
  const room = LIMITS.fields - document.fields.length;
  const missing = settled.filter(({ key }) => !known.has(key));
  const left = new Set(missing.slice(Math.max(0, room)).map(({ key }) => key));
  if (left.size > 0) {
    notes.push(
      `A template has at most ${LIMITS.fields} fields, so these did not come along: ${[...left].join(", ")}.`,
    );
  }
  return { clip: { layers, fields: settled.filter(({ key }) => !left.has(key)) }, notes };
}

function withoutForeign(clip: Clip, notes: string[]): Clip {
  let emptied = 0;
  const layers = mapLayers(clip.layers, (layer): Layer => {
    const bare = entryOf(layer).withAssets?.(layer, () => null) ?? layer;
    if (bare !== layer) emptied += 1;
    return Object.keys(bare.tokens).length > 0 ? { ...bare, tokens: {} } : bare;
  });
  if (emptied > 0) {
    const what = emptied === 1 ? "One picture" : `${emptied} pictures`;
    notes.push(`${what} of another workspace cannot be shown here. Choose a picture of this one instead.`);
  }
  return { ...clip, layers: [...layers] };
}

/** The key with the first number that makes it free: `points_2`. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${key.slice(0, 40 - `_${number}`.length)}_${number}`;
    if (!taken.has(candidate) && isFieldKey(candidate)) return candidate;
  }
}
