import type { BrandValue } from "../brand";
import { brandPatches, decidedPaths } from "../brand-patches";
import { patchLayer } from "../patch-layer";
import type { Fill } from "../primitives";
import type { Document, Layer } from "../schema";
import { updateLayers } from "../tree";
import { accept } from "./accept";

export type FollowBrand = { ids: readonly string[]; path: string; value: BrandValue };

/**
 * Gives layers a value of the brand kit at a path and lets them follow it there: `style` takes a text style, `fill` a
 * colour or a gradient, `source` a logo. Layers that cannot have it there stay as they are.
 */
export function followBrand(doc: Document, { ids, path, value }: FollowBrand): Document {
  return accept(
    doc,
    updateLayers(doc, ids, (layer) => following(layer, path, value)),
  );
}

function following(layer: Layer, path: string, value: BrandValue): Layer {
  const patches = brandPatches(layer, path, value);
  if (patches === null) return layer;
  const decided = new Set(decidedPaths(path));
  const others = Object.entries(layer.tokens).filter(([at]) => at !== path && !overlaps(at, decided));
  const tokens = Object.fromEntries([...others, [path, value.id]]);
  return patchLayer(layer, [
    ...[...patches].map(([at, to]) => ({ path: at.split("."), value: to })),
    { path: ["tokens"], value: tokens },
  ]);
}

function overlaps(path: string, decided: ReadonlySet<string>): boolean {
  return decidedPaths(path).some((at) => decided.has(at));
}

/** Lets layers keep what they show at a path without following the brand kit there. */
export function detachBrand(
  doc: Document,
  { ids, path }: { ids: readonly string[]; path: string },
): Document {
  return accept(
    doc,
    updateLayers(doc, ids, (layer) => {
      if (layer.tokens[path] === undefined) return layer;
      const tokens = Object.fromEntries(Object.entries(layer.tokens).filter(([at]) => at !== path));
      return { ...layer, tokens };
    }),
  );
}

/** Gives the canvas a colour or gradient of the kit for its background, or with null lets it keep what it has alone. */
export function followBackground(
  doc: Document,
  value: Extract<BrandValue, { kind: "color" | "gradient" }> | null,
): Document {
  if (value === null)
    return doc.backgroundToken === null ? doc : accept(doc, { ...doc, backgroundToken: null });
  const background: Fill = value.kind === "color" ? { kind: "solid", color: value.color } : value.fill;
  return accept(doc, { ...doc, background, backgroundToken: value.id });
}
