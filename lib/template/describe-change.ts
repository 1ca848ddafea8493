import type { Field } from "./field";
import { entryOf, sectionsOf } from "./registry";
import { inSentence } from "./rules-words";
import { sameValue } from "./same-value";
import type { Document, Layer } from "./schema";
import { type Place, walkLayers } from "./tree";
import type { Variant } from "./variant";

/** One thing that differs between two documents: "Heading" and "text, colour". */
export type Change = {
  /** The layer it is about; null where it is about the picture as a whole. */
  layerId: string | null;
  what: string;
  how: string;
};

/**
 * What differs between two documents, in words and in the order a designer would look: the canvas, layers from front to
 * back, fields, sample rows, other sizes. Empty when they say the same.
 */
export function describeChange(before: Document, after: Document): Change[] {
  return [
    ...canvasChange(before, after),
    ...layerChanges(before, after),
    ...named("Field", before.fields, after.fields, ({ key }) => key, fieldTitle, FIELD_PARTS),
    ...rowsChange(before, after),
    ...named("Size", before.variants, after.variants, ({ id }) => id, variantTitle, VARIANT_PARTS),
  ];
}

/** A change as one line: "Heading: text, colour". */
export function changeSentence({ what, how }: Change): string {
  return `${what}: ${how}`;
}

const CANVAS_PARTS: Readonly<Record<string, string>> = {
  width: "size",
  height: "size",
  displayWidth: "width in the mail",
  background: "background",
  backgroundToken: "background",
  backgroundKey: "field of the background",
  alt: "alternative text",
  timeZone: "time zone",
  guides: "guides",
};

function canvasChange(before: Document, after: Document): Change[] {
  const how = parts(before, after, CANVAS_PARTS);
  return how.length === 0 ? [] : [{ layerId: null, what: "Canvas", how: how.join(", ") }];
}

function layerChanges(before: Document, after: Document): Change[] {
  const old = placesById(before);
  const now = placesById(after);
  const stayed = [...old.keys()].filter((id) => now.has(id));
  const restacked = [...now.keys()].filter((id) => old.has(id)).some((id, index) => id !== stayed[index]);
  const changes = [...now].reverse().flatMap(([id, place]): Change[] => {
    const was = old.get(id);
    if (!was) return [{ layerId: id, what: titleOf(place.layer), how: "added" }];
    const how = layerParts(was, place);
    return how.length === 0 ? [] : [{ layerId: id, what: titleOf(place.layer), how: how.join(", ") }];
  });
  const removed = [...old]
    .filter(([id]) => !now.has(id))
    .reverse()
    .map(([, { layer }]): Change => ({ layerId: null, what: titleOf(layer), how: "removed" }));
  const order: Change[] = restacked ? [{ layerId: null, what: "Layers", how: "order" }] : [];
  return [...changes, ...removed, ...order];
}

function placesById(document: Document): Map<string, Place> {
  return new Map(Array.from(walkLayers(document.layers), (place) => [place.layer.id, place]));
}

function titleOf(layer: Layer): string {
  return layer.name.trim() || entryOf(layer).label;
}

/** What every layer has, in a person's words; null is of no interest to anybody who looks at the picture. */
const LAYER_PARTS: Readonly<Record<string, string | null>> = {
  id: null,
  children: null,
  name: "name",
  x: "position",
  y: "position",
  width: "size",
  height: "size",
  visible: "visibility",
  locked: "lock",
  locks: "lock",
  tokens: "brand values",
  hideWhenMissing: "when data is missing",
  rules: "conditions",
  bindings: "values from fields",
  runs: "text",
  masked: "mask",
  focalX: "focal point",
  focalY: "focal point",
};
const FONT = new Set(["style.fontFamily", "style.fontWeight", "style.italic"]);

function layerParts(was: Place, place: Place): string[] {
  if (was.layer.type !== place.layer.type) return ["kind"];
  const paths = changedPaths(was.layer, place.layer);
  const labels = labelsOf(place.layer);
  const words = paths.flatMap((path) => {
    const own = LAYER_PARTS[path];
    if (own !== undefined)
      return own === null ? [] : path === "runs" ? runsWords(was.layer, place.layer) : [own];
    return [FONT.has(path) ? "font" : (labelFor(path, labels) ?? "other properties")];
  });
  const moved = was.parent?.id !== place.parent?.id ? ["group"] : [];
  return [...new Set([...words, ...moved])];
}

/** Properties whose values differ: by name, and one deeper inside a style. */
function changedPaths(was: Layer, now: Layer): string[] {
  return changedKeys(was, now).flatMap((key) => {
    if (key !== "style") return [key];
    return changedKeys(Object(was).style, Object(now).style).map((name) => `style.${name}`);
  });
}

function changedKeys(was: object, now: object): string[] {
  const keys = new Set([...Object.keys(was), ...Object.keys(now)]);
  return [...keys].filter((key) => !sameValue(Object(was)[key], Object(now)[key]));
}

function runsWords(was: Layer, now: Layer): string[] {
  const text = (layer: Layer) => ("runs" in layer ? layer.runs.map((run) => run.text).join("") : "");
  return [text(was) === text(now) ? "look of some words" : "text"];
}

/** The inspector's words for the properties of a layer, by their paths. */
function labelsOf(layer: Layer): ReadonlyMap<string, string> {
  const controls = sectionsOf(layer).flatMap((section) => section.controls);
  return new Map(
    controls.flatMap((control) => ("path" in control ? [[control.path, inSentence(control.label)]] : [])),
  );
}

/** The label of a path or of what lies under it: a stroke is shown by one control, its width may be another. */
function labelFor(path: string, labels: ReadonlyMap<string, string>): string | undefined {
  return labels.get(path) ?? [...labels].find(([each]) => each.startsWith(`${path}.`))?.[1];
}

const FIELD_PARTS: Readonly<Record<string, string>> = {
  label: "name",
  type: "type",
  fallback: "fallback",
  format: "format",
};
const fieldTitle = ({ label, key }: Field) => label || key;

const VARIANT_PARTS: Readonly<Record<string, string>> = {
  name: "name",
  width: "size",
  height: "size",
  displayWidth: "width in the mail",
  overrides: "layers of its own",
};
const variantTitle = ({ name }: Variant) => name;

/** What came, went and changed among things that have a key of their own. */
function named<T extends object>(
  kind: string,
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  titleOfItem: (item: T) => string,
  words: Readonly<Record<string, string>>,
): Change[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const kept = new Set(after.map(keyOf));
  const say = (item: T, how: string): Change => ({
    layerId: null,
    what: `${kind} ${titleOfItem(item)}`,
    how,
  });
  const changed = after.flatMap((item) => {
    const was = old.get(keyOf(item));
    if (!was) return [say(item, "added")];
    const how = parts(was, item, words);
    return how.length === 0 ? [] : [say(item, how.join(", "))];
  });
  return [...changed, ...before.filter((item) => !kept.has(keyOf(item))).map((item) => say(item, "removed"))];
}

function rowsChange(before: Document, after: Document): Change[] {
  if (sameValue(before.samples, after.samples)) return [];
  const counts = [before.samples.length, after.samples.length];
  const how = counts[0] === counts[1] ? "values" : `${counts[0]} before, ${counts[1]} now`;
  return [{ layerId: null, what: "Sample rows", how }];
}

function parts(was: object, now: object, words: Readonly<Record<string, string>>): string[] {
  return [...new Set(changedKeys(was, now).flatMap((key) => words[key] ?? []))];
}
