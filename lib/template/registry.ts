import { EFFECT_SECTIONS, PLACEMENT_SECTIONS } from "./layer-base";
import type { FieldReference, LayerEntry, Section } from "./layer-entry";
import { groupEntry } from "./layers/group";
import { imageEntry } from "./layers/image";
import { qrEntry } from "./layers/qr";
import { shapeEntry } from "./layers/shape";
import { textEntry } from "./layers/text";
import type { Layer, LayerType } from "./schema";

export type { Control, FieldReference, LayerEntry, Preset, Section } from "./layer-entry";
export type { LayerType };

/** Every layer type by its name. Adding a type is a line here, a line in `schema.ts` and its own file. */
export const ENTRIES: { [T in LayerType]: LayerEntry<Extract<Layer, { type: T }>> } = {
  text: textEntry,
  image: imageEntry,
  shape: shapeEntry,
  qr: qrEntry,
  group: groupEntry,
};

/** What the type of this layer answers for itself. */
export function entryOf(layer: Layer): LayerEntry {
  return ENTRIES[layer.type];
}

/** The entry for a type's name as it stands in foreign data; undefined when there is no such type. */
export function entryNamed(type: unknown): LayerEntry | undefined {
  return Object.values<LayerEntry>(ENTRIES).find((entry) => entry.type === type);
}

/** The inspector's sections for a layer: placement, what its type adds, then effects. */
export function sectionsOf(layer: Layer): readonly Section[] {
  return [...PLACEMENT_SECTIONS, ...entryOf(layer).sections, ...EFFECT_SECTIONS];
}

/** Every reference of this layer to a field, its children not counted: content first, then the hiding rule. */
export function referencesOf(layer: Layer): FieldReference[] {
  return [
    ...entryOf(layer).fieldReferences(layer),
    ...layer.hideWhenMissing.map((key, index) => ({
      key,
      path: `/hideWhenMissing/${index}`,
      expects: "any" as const,
    })),
  ];
}

/** The layer with its references to `from` changed to `to`, its children untouched; the same layer when it has none. */
export function renameReferences(layer: Layer, from: string, to: string): Layer {
  if (!referencesOf(layer).some((reference) => reference.key === from)) return layer;
  const renamed = entryOf(layer).renameField(layer, from, to);
  if (!renamed.hideWhenMissing.includes(from)) return renamed;
  const keys = renamed.hideWhenMissing.map((key) => (key === from ? to : key));
  return { ...renamed, hideWhenMissing: [...new Set(keys)] };
}
