import { type BrandKit, type BrandValue, brandValues } from "./brand";
import { brandPatches, decidedPaths, TEXT_STYLE_PATH, valueAt } from "./brand-patches";
import { isValidDocument } from "./is-valid-document";
import { patchBeneath } from "./patch-layer";
import type { Fill } from "./primitives";
import { type Repair, RepairLog } from "./repair";
import { sameValue } from "./same-value";
import type { Document, Layer } from "./schema";
import { mapLayers, walkLayers, withLayers } from "./tree";

export type WithKit = {
  /** The same document when it had the kit's values already. */
  document: Document;
  /** What no longer follows the kit, since the kit has no such value or it cannot stand there. */
  repairs: Repair[];
};

/**
 * Puts the kit's values into everything that follows them. What follows a value that the kit does not have follows
 * nothing from now on: a deleted one leaves what it was last, one of another workspace what is there. Doing it twice
 * does no more than once, and a valid document stays valid.
 */
export function applyKit(doc: Document, kit: BrandKit): WithKit {
  const values = valuesOf(kit);
  const log = new RepairLog();
  const pointers = new Map(Array.from(walkLayers(doc.layers), ({ layer, pointer }) => [layer.id, pointer]));
  const layers = mapLayers(doc.layers, (layer) =>
    withValues(layer, values, (path) => {
      const name = layer.name === "" ? layer.id : layer.name;
      const message = `"${name}" followed a value that is not in the brand kit. It keeps what it shows.`;
      log.add("unknown_brand_value", `${pointers.get(layer.id)}/tokens/${path}`, message);
    }),
  );
  const next = withBackground(withLayers(doc, layers), values, log);
  if (next === doc || isValidDocument(next)) return { document: next, repairs: log.repairs };
  return { document: doc, repairs: [] };
}

type Values = {
  present: ReadonlyMap<string, BrandValue>;
  /** Those that were deleted, as they were last. */
  retired: ReadonlyMap<string, BrandValue>;
};

function valuesOf(kit: BrandKit): Values {
  return { present: brandValues(kit), retired: new Map(kit.retired.map((value) => [value.id, value])) };
}

function withValues(layer: Layer, { present, retired }: Values, onLost: (path: string) => void): Layer {
  // A text style first: what follows a value of its own stands over what the style says of it.
  const paths = Object.keys(layer.tokens).sort((one, other) => rank(one) - rank(other));
  if (paths.length === 0) return layer;
  const tokens: Record<string, string> = {};
  let next = layer;
  for (const path of paths) {
    const id = layer.tokens[path];
    if (id === undefined) continue;
    const value = present.get(id);
    const last = value ?? retired.get(id);
    const given = last ? followed(next, path, last) : null;
    next = given ?? next;
    if (value !== undefined && given !== null) tokens[path] = id;
    else onLost(path);
  }
  const kept = Object.keys(tokens).length === paths.length ? next.tokens : tokens;
  const settled = kept === next.tokens ? next : { ...next, tokens: kept };
  // A style and what stands over it undo one another on the way; what comes out in the end counts.
  return sameValue(settled, layer) ? layer : settled;
}

function rank(path: string): number {
  return path === TEXT_STYLE_PATH ? 0 : 1;
}

/** The layer with the value at the path; null when it cannot have it. */
function followed(layer: Layer, path: string, value: BrandValue): Layer | null {
  const wanted = brandPatches(layer, path, value);
  if (wanted === null) return null;
  const patches = [...wanted].map(([at, to]) => ({ path: at.split("."), value: to }));
  const next = patchBeneath(layer, patches);
  return [...wanted].every(([at, to]) => sameValue(valueAt(next, at), to)) ? next : null;
}

function withBackground(doc: Document, { present, retired }: Values, log: RepairLog): Document {
  const { backgroundToken: token } = doc;
  if (token === null) return doc;
  const value = present.get(token);
  // A canvas without a background takes none: whoever took it away meant it.
  const background = doc.background === null ? null : backgroundOf(value ?? retired.get(token));
  const next = background === null || sameValue(background, doc.background) ? doc : { ...doc, background };
  if (value !== undefined && background !== null) return next;
  const message = "The background followed a value that is not in the brand kit. It keeps what it shows.";
  log.add("unknown_brand_value", "/backgroundToken", message);
  return { ...next, backgroundToken: null };
}

/** What a value is as a background; null when it can be none. */
function backgroundOf(value: BrandValue | undefined): Fill | null {
  if (value?.kind === "gradient") return value.fill;
  return value?.kind === "color" ? { kind: "solid", color: value.color } : null;
}

/**
 * `after` without the tokens of properties that a change has given another value while it left the token: whoever
 * changes a value by hand does not follow the kit there any more. The same document when there are none.
 */
export function detachChanged(before: Document, after: Document): Document {
  if (before === after) return after;
  const earlier = new Map(Array.from(walkLayers(before.layers), ({ layer }) => [layer.id, layer]));
  const layers =
    before.layers === after.layers
      ? after.layers
      : mapLayers(after.layers, (layer) => {
          const was = earlier.get(layer.id);
          return was === undefined || was === layer ? layer : withoutChanged(was, layer);
        });
  const next = withLayers(after, layers);
  const left =
    next.backgroundToken !== null &&
    next.backgroundToken === before.backgroundToken &&
    !sameValue(next.background, before.background);
  return left ? { ...next, backgroundToken: null } : next;
}

function withoutChanged(was: Layer, layer: Layer): Layer {
  const entries = Object.entries(layer.tokens);
  const kept = entries.filter(
    ([path, id]) =>
      was.tokens[path] !== id ||
      decidedPaths(path).every((at) => sameValue(valueAt(was, at), valueAt(layer, at))),
  );
  return kept.length === entries.length ? layer : { ...layer, tokens: Object.fromEntries(kept) };
}
