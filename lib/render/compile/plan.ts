import { dependsOnClock, dependsOnData } from "@/lib/template/depends-on";
import { maskOf } from "@/lib/template/layers/group";
import { entryOf } from "@/lib/template/registry";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Document, Layer } from "@/lib/template/schema";

/**
 * How a version is put together, back to front: runs of layers that are the same for everybody, and runs of
 * layers that are not. Static layers are painted once a version, the others for every picture.
 */
export type Plan = {
  units: readonly Unit[];
  /** Groups that only hold their children together; the children stand in the plan by themselves. */
  plainGroups: ReadonlySet<string>;
};

export type Unit = { dynamic: boolean; ids: ReadonlySet<string> };

/** Plans a document. It says nothing of sizes and values, so one plan serves all pictures of a version. */
export function planVersion(document: Document): Plan {
  const plainGroups = new Set<string>();
  const flat = flatten(document.layers, plainGroups);
  const units: { dynamic: boolean; ids: Set<string> }[] = [];
  for (const layer of flat) {
    const dynamic = changes(layer);
    const last = units.at(-1);
    if (last?.dynamic === dynamic) last.ids.add(layer.id);
    else units.push({ dynamic, ids: new Set([layer.id]) });
  }
  return { units, plainGroups };
}

/** The layers of each unit of a resolved document; a unit whose layers are all hidden is empty. */
export function layersByUnit(plan: Plan, layers: readonly ResolvedLayer[]): ResolvedLayer[][] {
  const flat = layers.flatMap((layer) => lifted(layer, plan.plainGroups));
  return plan.units.map(({ ids }) => flat.filter((layer) => ids.has(layer.id)));
}

function changes(layer: Layer): boolean {
  return dependsOnData(layer) || dependsOnClock(layer);
}

function flatten(layers: readonly Layer[], plainGroups: Set<string>): Layer[] {
  return layers.flatMap((layer) => {
    if (!isPlainGroup(layer) || !changes(layer)) return [layer];
    plainGroups.add(layer.id);
    return flatten(entryOf(layer).children(layer), plainGroups);
  });
}

/** Whether painting the children by themselves gives the same picture: nothing is done to them as a whole. */
function isPlainGroup(layer: Layer): boolean {
  if (maskOf(layer) !== null) return false;
  const { visible, opacity, shadow, rotation, hideWhenMissing, rules, bindings } = layer;
  return (
    entryOf(layer).holdsLayers &&
    visible &&
    opacity === 1 &&
    shadow === null &&
    rotation === 0 &&
    [hideWhenMissing, rules, bindings].every((list) => list.length === 0)
  );
}

/** The children of a plain group at their places on the canvas; any other layer as it is. */
function lifted(layer: ResolvedLayer, plainGroups: ReadonlySet<string>): ResolvedLayer[] {
  if (!("children" in layer) || !plainGroups.has(layer.id)) return [layer];
  return layer.children
    .map((child) => ({ ...child, x: child.x + layer.x, y: child.y + layer.y }))
    .flatMap((child) => lifted(child, plainGroups));
}
