import { withBindings } from "./bindings";
import { dependsOnData } from "./depends-on";
import { DEFAULT_FORMAT } from "./field";
import { type FieldLookup, NAMES_ONLY, readValues } from "./field-lookup";
import { formatValue } from "./format-value";
import type { ResolveContext } from "./layer-entry";
import { LIMITS } from "./limits";
import { replacePlaceholders } from "./placeholders";
import type { Fill } from "./primitives";
import { entryOf } from "./registry";
import type { ResolvedDocument, ResolvedLayer } from "./resolved";
import { type Given, holds, isShown } from "./rules";
import { factsOf } from "./rules-facts";
import type { Document, Layer } from "./schema";

export type {
  ResolvedDocument,
  ResolvedGroupLayer,
  ResolvedImageLayer,
  ResolvedImageSource,
  ResolvedLayer,
} from "./resolved";

export type Resolution = {
  document: ResolvedDocument;
  /** Keys of fields without a value: the document's fields in their order, then keys that name no field. */
  missing: string[];
  /** Ids of layers left out because of the values: one they need is missing, or a rule or a binding hides them. What is inside them is not listed. */
  hidden: string[];
  /** Ids of text layers that say their phrase fallback. */
  phrases: string[];
  /** When a countdown shows something else next, ms since 1970; null: never by itself. */
  changesAt: number | null;
};

export type ResolveOptions = {
  /** `fields` leaves `{{key}}` and designed properties as they are, hides nothing and gives field images no source. */
  mode?: "values" | "fields";
  /** The time that rules compare with, milliseconds since 1970; left out, no value is before, after or on it. */
  now?: number;
  /** When a recipient first opened the picture, ms since 1970; null, and left out: not before now. */
  opened?: ResolveContext["opened"];
};

/**
 * Puts values in place of fields: the value, cleaned and formatted; else the text layer's phrase fallback;
 * else the field's fallback as typed; else nothing. Values are text and never read for placeholders, and what they
 * take in one layer is bounded. Bindings set properties to values, then rules do. Layers that are invisible or hidden by their rules are left out. Layers that
 * depend on no field resolve to the same object each time, to themselves where nothing in them is invisible.
 */
export function resolveDocument(
  doc: Document,
  values: Readonly<Record<string, string>>,
  { mode = "values", now, opened = () => null }: ResolveOptions = {},
): Resolution {
  const missing = new Set<string>();
  const hidden: string[] = [];
  const phrases: string[] = [];
  const lookup = mode === "fields" ? NAMES_ONLY : readValues(doc.fields, values, missing);
  const facts = mode === "fields" ? null : factsOf(lookup, doc, now);

  const resolveLayer = (layer: Layer): ResolvedLayer | null => {
    if (!dependsOnData(layer)) return unchanging(layer);
    const holding = facts === null ? [] : layer.rules.filter(({ when }) => holds(when, facts));
    const dressed = facts === null ? layer : withBindings(layer, holding, lookup.read);
    if (!dressed.visible) {
      if (layer.visible) hidden.push(layer.id);
      return null;
    }
    // Each key is asked, so that every missing one is told.
    const lacks = layer.hideWhenMissing.map(lookup.missing).includes(true);
    if (lacks || (facts !== null && !isShown(layer.rules, holding))) {
      hidden.push(layer.id);
      return null;
    }
    const shown = entryOf(dressed).resolve(dressed, bounded(context));
    if (shown === null) hidden.push(layer.id);
    return shown;
  };
  let changesAt: number | null = null;
  const context: ResolveContext = {
    ...lookup,
    children: (layers) => resolveAll(layers, resolveLayer),
    saidPhrase: (id) => phrases.push(id),
    now: now ?? null,
    timeZone: doc.timeZone,
    inDesign: mode === "fields",
    opened,
    changes(at) {
      changesAt = Math.min(at, changesAt ?? at);
    },
  };

  const layers = resolveAll(doc.layers, resolveLayer);
  const { width, height } = doc;
  const background = facts === null ? doc.background : backgroundOf(doc, lookup.read);
  // A field that shows nothing leaves its spaces behind.
  const alt = replacePlaceholders(doc.alt, bounded(context).shown).replace(/ {2,}/g, " ").trim();
  return {
    document: { width, height, background, alt, layers },
    missing: [...missing],
    hidden,
    phrases,
    changesAt,
  };
}

function resolveAll(
  layers: readonly Layer[],
  resolve: (layer: Layer) => ResolvedLayer | null,
): ResolvedLayer[] {
  return layers.flatMap((layer) => resolve(layer) ?? []);
}

/** What layers that depend on no field have become; null for invisible ones. */
const resolved = new WeakMap<Layer, ResolvedLayer | null>();

function unchanging(layer: Layer): ResolvedLayer | null {
  const known = resolved.get(layer);
  if (known !== undefined) return known;
  const result = layer.visible ? entryOf(layer).resolve(layer, WITHOUT_FIELDS) : null;
  resolved.set(layer, result);
  return result;
}

function backgroundOf({ background, backgroundKey }: Document, read: FieldLookup["read"]): Fill | null {
  const asColor = ({ text }: Given) =>
    formatValue(text, { type: "color", format: DEFAULT_FORMAT }) ?? undefined;
  const color = backgroundKey === null ? undefined : read(backgroundKey, asColor);
  return color === undefined ? background : { kind: "solid", color };
}

/** The same for one layer: nothing stands for a placeholder once values take more than a layer can hold. */
function bounded(context: ResolveContext): ResolveContext {
  let left: number = LIMITS.layerText;
  const within = (text: string) => {
    const kept = left > 0 ? text : "";
    left -= text.length;
    return kept;
  };
  return {
    ...context,
    shown: (key, raw) => within(context.shown(key, raw)),
    plain(key, raw) {
      const { text, locale } = context.plain(key, raw);
      return { text: within(text), locale };
    },
  };
}

const WITHOUT_FIELDS: ResolveContext = {
  ...NAMES_ONLY,
  children: (layers) => resolveAll(layers, unchanging),
  saidPhrase: () => {},
  now: null,
  timeZone: "UTC",
  inDesign: false,
  opened: () => null,
  changes: () => {},
};
