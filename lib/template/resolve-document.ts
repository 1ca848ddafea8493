import { isBlank } from "./clean-value";
import type { Field } from "./field";
import { formatValue } from "./format-value";
import type { ResolveContext } from "./layer-entry";
import { parseAddress } from "./parse-address";
import { replacePlaceholders } from "./placeholders";
import { entryOf } from "./registry";
import type { ResolvedDocument, ResolvedLayer } from "./resolved";
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
  /** Ids of layers left out because a field they need has no value; what is inside them is not listed. */
  hidden: string[];
  /** Ids of text layers that say their phrase fallback. */
  phrases: string[];
};

export type ResolveOptions = {
  /** `fields` leaves `{{key}}` as it is, hides nothing for want of data and gives field images no source. */
  mode?: "values" | "fields";
};

/**
 * Puts values in place of fields: the value, cleaned and formatted; else the text layer's phrase fallback;
 * else the field's fallback as typed; else nothing. Values are text and never read for placeholders. Layers
 * that are invisible or hidden by their rule are left out. Layers that depend on no field keep their identity.
 */
export function resolveDocument(
  doc: Document,
  values: Readonly<Record<string, string>>,
  { mode = "values" }: ResolveOptions = {},
): Resolution {
  const missing = new Set<string>();
  const hidden: string[] = [];
  const phrases: string[] = [];
  const lookup = mode === "fields" ? NAMES_ONLY : readValues(doc.fields, values, missing);

  const resolveLayers = (layers: readonly Layer[]): ResolvedLayer[] =>
    layers.flatMap((layer) => {
      if (!layer.visible) return [];
      // Each key is asked, so that every missing one is told.
      if (layer.hideWhenMissing.map(lookup.missing).includes(true)) {
        hidden.push(layer.id);
        return [];
      }
      return [entryOf(layer).resolve(layer, context)];
    });
  const context: ResolveContext = {
    ...lookup,
    children: resolveLayers,
    saidPhrase: (id) => phrases.push(id),
  };

  const layers = resolveLayers(doc.layers);
  // A field that shows nothing leaves its spaces behind.
  const alt = replacePlaceholders(doc.alt, lookup.shown).replace(/ {2,}/g, " ").trim();
  const { width, height, background } = doc;
  return { document: { width, height, background, alt, layers }, missing: [...missing], hidden, phrases };
}

type Lookup = Pick<ResolveContext, "missing" | "shown" | "address">;

const NAMES_ONLY: Lookup = {
  missing: () => false,
  shown: (_key, raw) => raw,
  address: () => null,
};

function readValues(
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
  missing: Set<string>,
): Lookup {
  const fallbacks = new Map<string, string>();
  const given = new Map<string, { raw: string; shown: string }>();
  for (const field of fields) {
    const raw = Object.hasOwn(values, field.key) ? (values[field.key] ?? "") : "";
    const shown = formatValue(raw, field);
    fallbacks.set(field.key, field.fallback);
    if (shown === null || isBlank(shown)) missing.add(field.key);
    else given.set(field.key, { raw, shown });
  }
  const isMissing = (key: string) => {
    if (given.has(key)) return false;
    missing.add(key);
    return true;
  };
  return {
    missing: isMissing,
    shown: (key) => (isMissing(key) ? (fallbacks.get(key) ?? "") : (given.get(key)?.shown ?? "")),
    address: (key) =>
      parseAddress((isMissing(key) ? fallbacks.get(key) : given.get(key)?.raw) ?? "") ??
      parseAddress(fallbacks.get(key) ?? ""),
  };
}
