import type { Document, Layer } from "../schema";
import { topmost, withChildrenOf } from "../tree";
import { accept } from "./accept";

export type ReorderLayers = {
  ids: readonly string[];
  /** One step or all the way, among the siblings of each layer. */
  to: "forward" | "backward" | "front" | "back";
};

/** Brings layers nearer or farther without leaving their group. Their order among themselves stays. */
export function reorderLayers(doc: Document, { ids, to }: ReorderLayers): Document {
  const places = topmost(doc, ids);
  const wanted = new Set(places.map(({ layer }) => layer.id));
  const parents = new Set(places.map(({ parent }) => parent?.id ?? null));
  let next = doc;
  for (const parent of parents) {
    next = withChildrenOf(next, parent, (children) => reordered(children, wanted, to));
  }
  return accept(doc, next);
}

function reordered(
  layers: readonly Layer[],
  wanted: ReadonlySet<string>,
  to: ReorderLayers["to"],
): readonly Layer[] {
  const next = [...layers];
  const isWanted = (index: number) => wanted.has(next[index]?.id ?? "");
  const swap = (one: number, other: number) => {
    const [a, b] = [next[one], next[other]];
    if (a && b) [next[one], next[other]] = [b, a];
  };
  if (to === "front" || to === "back") {
    const chosen = layers.filter(({ id }) => wanted.has(id));
    const others = layers.filter(({ id }) => !wanted.has(id));
    next.splice(0, next.length, ...(to === "front" ? [...others, ...chosen] : [...chosen, ...others]));
  } else if (to === "forward") {
    for (let index = next.length - 2; index >= 0; index -= 1) {
      if (isWanted(index) && !isWanted(index + 1)) swap(index, index + 1);
    }
  } else {
    for (let index = 1; index < next.length; index += 1) {
      if (isWanted(index) && !isWanted(index - 1)) swap(index, index - 1);
    }
  }
  return next.every((layer, index) => layer === layers[index]) ? layers : next;
}
