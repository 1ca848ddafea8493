import type { Document, Layer } from "@/lib/template/schema";
import { topmost, walkLayers } from "@/lib/template/tree";
import { ACTION_LIST } from "./actions/actions";
import type { Moment } from "./history";
import { layersLabel } from "./layer-label";
import { layersById } from "./layers-by-id";

/** Where a label says which way something goes, so that what is moved stands before it: "Bring Heading to front". */
const WAYS =
  /^(\w+) (forward|backward|to front|to back|left|right|centre|top|middle|bottom|horizontally|vertically)$/;
/** Labels that are said of something: "Edit text of Heading", and every property that the inspector names. */
const DEEDS = new Set([
  "cut",
  "delete",
  "duplicate",
  "group",
  "hide",
  "lock",
  "move",
  "paste",
  "remove",
  "rename",
  "reorder",
  "resize",
  "rotate",
  "show",
  "ungroup",
  "unlock",
]);
/** Other deeds of several words, such as "Use as mask". */
const ACTION_LABELS: ReadonlySet<string> = new Set(ACTION_LIST.map(({ label }) => label));
/** The step that brings what was saved in another tab: whatever it touched, the person here did none of it. */
export const ARRIVED = "Changes made elsewhere";
const FIELD_DEED = /^(add|remove|rename|name|insert) /i;

/**
 * What a step did and to what, for people: "Move Heading", "Fallback of first_name", "Resize 3 layers". It is read off
 * the two documents, so that commands need not say it: layers by their names, fields by their keys.
 */
export function stepName(before: Moment, after: Moment): string {
  const { label } = after;
  if (label === ARRIVED) return label;
  const layers = touchedLayers(before, after);
  if (layers.length > 0) return /^add /i.test(label) ? label : said(label, layers);
  return (
    overriddenName(before.document, after) ??
    fieldName(before.document, after) ??
    sampleName(before.document, after) ??
    label
  );
}

function said(label: string, layers: readonly Layer[]): string {
  const what = layersLabel(layers);
  const way = WAYS.exec(label);
  if (way) return `${way[1]} ${what} ${way[2]}`;
  if (label.includes(" ") && ACTION_LABELS.has(label)) return `${label}: ${what}`;
  return DEEDS.has(label.toLowerCase()) ? `${label} ${what}` : `${label} of ${what}`;
}

/** The layers that a step is about: what came, else what went, else what changed. */
function touchedLayers(before: Moment, after: Moment): readonly Layer[] {
  if (before.document.layers === after.document.layers) return [];
  const old = layersById(before.document);
  const now = layersById(after.document);
  const added = [...now.keys()].filter((id) => !old.has(id));
  if (added.length > 0) {
    // A group is made of what was there: that is what was grouped.
    const made = topmost(after.document, added).map(({ layer }) => layer);
    const held = made.flatMap((layer) => Array.from(walkLayers([layer]), (place) => place.layer));
    const grouped = held.filter(({ id }) => old.has(id));
    return grouped.length > 0 ? grouped : made;
  }
  const removed = [...old.keys()].filter((id) => !now.has(id));
  if (removed.length > 0) return topmost(before.document, removed).map(({ layer }) => layer);

  const changed = [...now.values()].filter((layer) => old.get(layer.id) !== layer);
  const ids = new Set(changed.map(({ id }) => id));
  const chosen = topmost(after.document, after.selection).map(({ layer }) => layer);
  // A group around a layer that moved changes, too: what was selected is what the person meant.
  const meant = chosen.filter(({ id }) => ids.has(id));
  if (meant.length > 0) return meant;
  const inner = changed.filter((layer) => !holdsAny(layer, ids));
  return inner.length > 0 ? inner : chosen;
}

function holdsAny(layer: Layer, ids: ReadonlySet<string>): boolean {
  for (const { layer: inner } of walkLayers([layer])) if (inner !== layer && ids.has(inner.id)) return true;
  return false;
}

/** A step in another size changes what that size overrides. */
function overriddenName(before: Document, { document, label }: Moment): string | null {
  if (before.variants === document.variants) return null;
  const old = new Map(before.variants.map((variant) => [variant.id, variant]));
  const [variant, another] = document.variants.filter((each) => {
    const was = old.get(each.id);
    return was !== undefined && was !== each && was.overrides !== each.overrides;
  });
  if (!variant || another) return null;
  const was: Readonly<Record<string, unknown>> = old.get(variant.id)?.overrides ?? {};
  const now: Readonly<Record<string, unknown>> = variant.overrides;
  const ids = new Set([...Object.keys(was), ...Object.keys(now)].filter((id) => was[id] !== now[id]));
  const layers = [...layersById(document).values()].filter(({ id }) => ids.has(id));
  return layers.length === 0 ? null : `${said(label, layers)} in ${variant.name}`;
}

function fieldName(before: Document, { document, label }: Moment): string | null {
  if (before.fields === document.fields) return null;
  const old = new Map(before.fields.map((field) => [field.key, field]));
  const now = new Map(document.fields.map((field) => [field.key, field]));
  const came = document.fields.filter(({ key }) => !old.has(key));
  const went = before.fields.filter(({ key }) => !now.has(key));
  const changed = document.fields.filter((field) => old.has(field.key) && old.get(field.key) !== field);
  const [field, another] = came.length > 0 ? came : went.length > 0 ? went : changed;
  if (!field || another) return null;
  return FIELD_DEED.test(label) ? `${label} ${field.key}` : `${label} of ${field.key}`;
}

function sampleName(before: Document, { document, label }: Moment): string | null {
  if (before.samples === document.samples) return null;
  const ids = new Set(document.samples.map(({ id }) => id));
  const went = before.samples.filter(({ id }) => !ids.has(id));
  const changed = document.samples.filter((row) =>
    before.samples.some((old) => old.id === row.id && old !== row),
  );
  const [row, another] = went.length > 0 ? went : changed;
  const name = row?.name.trim();
  if (!name || another) return null;
  return went.length > 0 ? `${label} ${name}` : `${label} of ${name}`;
}
