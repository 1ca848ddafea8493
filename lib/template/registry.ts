import { BASE_BINDABLE, EFFECT_SECTIONS, PLACEMENT_SECTIONS, SIZE_BINDABLE } from "./layer-base";
import type { Bindable, FieldReference, LayerEntry, Section } from "./layer-entry";
import { barcodeEntry } from "./layers/barcode";
import { chartEntry } from "./layers/chart";
import { countdownEntry } from "./layers/countdown";
import { groupEntry } from "./layers/group";
import { imageEntry } from "./layers/image";
import { progressEntry } from "./layers/progress";
import { qrEntry } from "./layers/qr";
import { ratingEntry } from "./layers/rating";
import { shapeEntry } from "./layers/shape";
import { textEntry } from "./layers/text";
import { bindingReferences, renameInRule, ruleReferences } from "./rules-references";
import type { Layer, LayerType } from "./schema";

export type { Bindable, Control, FieldReference, LayerEntry, Preset, Section } from "./layer-entry";
export type { LayerType };

/** Every layer type by its name. Adding a type is a line here, a line in `schema.ts` and its own file. */
export const ENTRIES: { [T in LayerType]: LayerEntry<Extract<Layer, { type: T }>> } = {
  text: textEntry,
  image: imageEntry,
  shape: shapeEntry,
  qr: qrEntry,
  barcode: barcodeEntry,
  progress: progressEntry,
  rating: ratingEntry,
  chart: chartEntry,
  countdown: countdownEntry,
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

/** What fields and rules can set on this layer: what every layer has, then what its type adds. */
export function bindablesOf(layer: Layer): readonly Bindable[] {
  const { holdsLayers, bindable = [] } = entryOf(layer);
  return [...BASE_BINDABLE, ...(holdsLayers ? [] : SIZE_BINDABLE), ...bindable];
}

/** Every reference of this layer to a field, its children not counted: content, hiding, rules, bindings. */
export function referencesOf(layer: Layer): FieldReference[] {
  return [
    ...entryOf(layer).fieldReferences(layer),
    ...layer.hideWhenMissing.map((key, index) => ({
      key,
      path: `/hideWhenMissing/${index}`,
      expects: "any" as const,
    })),
    ...ruleReferences(layer),
    ...bindingReferences(layer, bindablesOf(layer)),
  ];
}

/** The layer with its references to `from` changed to `to`, its children untouched; the same layer when it has none. */
export function renameReferences(layer: Layer, from: string, to: string): Layer {
  if (!referencesOf(layer).some((reference) => reference.key === from)) return layer;
  const renamed = entryOf(layer).renameField(layer, from, to);
  const keys = renamed.hideWhenMissing.map((key) => (key === from ? to : key));
  return {
    ...renamed,
    hideWhenMissing: [...new Set(keys)],
    rules: renamed.rules.map((rule) => renameInRule(rule, from, to)),
    bindings: renamed.bindings.map(({ path, key }) => ({ path, key: key === from ? to : key })),
  };
}
