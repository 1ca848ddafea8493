import { cutText, toOneLine } from "@/lib/template/plain-text";
import { ENTRIES, entryOf } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";

/** Most characters of a text that stand for its name. */
const LONGEST = 40;
const GIVEN_NAMES = new Set([ENTRIES.text.label, ...ENTRIES.text.presets.map(({ label }) => label)]);

/** What several layers are called together: one by its label, more by their number. */
export function layersLabel(layers: readonly Layer[]): string {
  const [only] = layers;
  return only && layers.length === 1 ? layerLabel(only) : `${layers.length} layers`;
}

/** What a layer is called on the screen: its name, or the words of a text that nobody has named. */
export function layerLabel(layer: Layer): string {
  const name = layer.name || entryOf(layer).label;
  if (layer.type !== "text" || !GIVEN_NAMES.has(name)) return name;
  const words = toOneLine(layer.runs.map(({ text }) => text).join("")).trim();
  return cutText(words, LONGEST).trim() || name;
}
