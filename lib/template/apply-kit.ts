import { type BrandKit, type BrandValue, brandValues } from "./brand";
import { brandPatches, decidedPaths, TEXT_STYLE_PATH, valueAt } from "./brand-patches";
import { isValidDocument } from "./is-valid-document";
import { patchBeneath } from "./patch-layer";
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
 * Puts the kit's values into everything that follows them. What follows a value that the kit does not have, another
 * workspace's or a deleted one, keeps its value and follows nothing from now on. Doing it twice does no more than once,
 * and a valid document stays valid.
 */
export function applyKit(doc: Document, kit: BrandKit): WithKit {
  const values = brandValues(kit);
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

function withValues(
  layer: Layer,
  values: ReadonlyMap<string, BrandValue>,
  onLost: (path: string) => void,
): Layer {
  // A text style first: what follows a value of its own stands over what the style says of it.
  const paths = Object.keys(layer.tokens).sort((one, other) => rank(one) - rank(other));
  if (paths.length === 0) return layer;
  const tokens: Record<string, string> = {};
  let next = layer;
  for (const path of paths) {
    const id = layer.tokens[path];
    const value = id === undefined ? undefined : values.get(id);
    const given = value ? followed(next, path, value) : null;
    if (given === null || id === undefined) onLost(path);
    else {
      tokens[path] = id;
      next = given;
    }
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

function withBackground(doc: Document, values: ReadonlyMap<string, BrandValue>, log: RepairLog): Document {
  if (doc.backgroundToken === null) return doc;
  const value = values.get(doc.backgroundToken);
  const wanted = value && brandPatches(doc, "background", value)?.get("background");
  if (wanted === undefined) {
    const message = "The background followed a value that is not in the brand kit. It keeps what it shows.";
    log.add("unknown_brand_value", "/backgroundToken", message);
    return { ...doc, backgroundToken: null };
  }
  if (sameValue(wanted, doc.background)) return doc;
  return value?.kind === "gradient"
    ? { ...doc, background: value.fill }
    : value?.kind === "color"
      ? { ...doc, background: { kind: "solid", color: value.color } }
      : doc;
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
