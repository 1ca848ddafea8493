import { entryOf } from "./registry";
import type { Document, Layer } from "./schema";

export type Place = {
  layer: Layer;
  /** The group the layer is in; null on the canvas. */
  parent: Layer | null;
  /** Position among its siblings, back to front. */
  index: number;
  /** 1 for a layer outside any group. */
  depth: number;
  /** JSON pointer of the layer inside the document. */
  pointer: string;
};

/** Every layer, parents before their children, back to front. */
export function* walkLayers(
  layers: readonly Layer[],
  parent: Layer | null = null,
  depth = 1,
  pointer = "/layers",
): Generator<Place> {
  for (const [index, layer] of layers.entries()) {
    const here = `${pointer}/${index}`;
    yield { layer, parent, index, depth, pointer: here };
    yield* walkLayers(entryOf(layer).children(layer), layer, depth + 1, `${here}/children`);
  }
}

/** Where each layer of a document stands, by id. Documents never change, so one walk serves all that ask. */
const places = new WeakMap<Document["layers"], Map<string, Place>>();

function placesOf({ layers }: Document): Map<string, Place> {
  const known = places.get(layers);
  if (known) return known;
  const found = new Map<string, Place>();
  for (const place of walkLayers(layers)) {
    if (!found.has(place.layer.id)) found.set(place.layer.id, place);
  }
  places.set(layers, found);
  return found;
}

/** Where the layer stands; undefined when there is none with this id. */
export function findPlace(doc: Document, id: string): Place | undefined {
  return placesOf(doc).get(id);
}

export function findLayer(doc: Document, id: string): Layer | undefined {
  return findPlace(doc, id)?.layer;
}

/** Id of the group the layer is in; null on the canvas, undefined when there is no such layer. */
export function parentIdOf(doc: Document, id: string): string | null | undefined {
  const place = findPlace(doc, id);
  return place && (place.parent?.id ?? null);
}

/** From the outermost group to the layer itself; empty when there is no such layer. */
export function pathTo(doc: Document, id: string): Layer[] {
  const path: Layer[] = [];
  for (
    let place = findPlace(doc, id);
    place;
    place = place.parent ? findPlace(doc, place.parent.id) : undefined
  ) {
    path.unshift(place.layer);
  }
  return path;
}

/** Layers on the canvas (`null`) or in a group; undefined when there is no such container. */
export function childrenOf(doc: Document, parentId: string | null): readonly Layer[] | undefined {
  if (parentId === null) return doc.layers;
  const parent = findLayer(doc, parentId);
  return parent && entryOf(parent).holdsLayers ? entryOf(parent).children(parent) : undefined;
}

export function allIds(doc: Document): Set<string> {
  return new Set(subtreeIds(doc.layers));
}

/** Ids of these layers and of everything inside them. */
export function subtreeIds(layers: readonly Layer[]): string[] {
  return Array.from(walkLayers(layers), ({ layer }) => layer.id);
}

/**
 * The layers among `ids` in document order, without those inside another of them: what a command on a
 * selection acts on, so that nothing is moved or copied twice.
 */
export function topmost(doc: Document, ids: readonly string[]): Place[] {
  const wanted = new Set(ids);
  const inside = new Set<Layer>();
  const found: Place[] = [];
  for (const place of walkLayers(doc.layers)) {
    if (place.parent && inside.has(place.parent)) inside.add(place.layer);
    else if (wanted.has(place.layer.id)) {
      inside.add(place.layer);
      found.push(place);
    }
  }
  return found;
}

/**
 * The list with each layer replaced by what `change` gives; null leaves the layer out. Children go before the
 * layer that holds them, so that what `change` puts in is not visited again. Same list when nothing changes.
 */
export function mapLayers(
  layers: readonly Layer[],
  change: (layer: Layer) => Layer | null,
): readonly Layer[] {
  let changed = false;
  const next: Layer[] = [];
  for (const layer of layers) {
    const entry = entryOf(layer);
    const result = change(entry.withChildren(layer, mapLayers(entry.children(layer), change)));
    if (result !== layer) changed = true;
    if (result !== null) next.push(result);
  }
  return changed ? next : layers;
}

/** The document with other layers; the same document when the list is the same. */
export function withLayers(doc: Document, layers: readonly Layer[]): Document {
  return layers === doc.layers ? doc : { ...doc, layers: [...layers] };
}

/** The document with one layer changed; the same document when `change` gives the same layer or none has the id. */
export function updateLayerById(doc: Document, id: string, change: (layer: Layer) => Layer): Document {
  return updateLayers(doc, [id], change);
}

/** The document with these layers changed. */
export function updateLayers(
  doc: Document,
  ids: readonly string[],
  change: (layer: Layer) => Layer,
): Document {
  const wanted = new Set(ids);
  return withLayers(
    doc,
    mapLayers(doc.layers, (layer) => (wanted.has(layer.id) ? change(layer) : layer)),
  );
}

/** The document without these layers and what is inside them. */
export function withoutLayers(doc: Document, ids: readonly string[]): Document {
  const wanted = new Set(ids);
  return withLayers(
    doc,
    mapLayers(doc.layers, (layer) => (wanted.has(layer.id) ? null : layer)),
  );
}

/** The document with another list of layers on the canvas (`null`) or in a group. */
export function withChildrenOf(
  doc: Document,
  parentId: string | null,
  change: (children: readonly Layer[]) => readonly Layer[],
): Document {
  if (parentId === null) return withLayers(doc, change(doc.layers));
  return updateLayerById(doc, parentId, (parent) => {
    const entry = entryOf(parent);
    return entry.withChildren(parent, change(entry.children(parent)));
  });
}
