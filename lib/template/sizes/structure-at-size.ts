import { fitGroupsAround } from "../fit-group";
import {
  type Box,
  boundsInParent,
  centreOf,
  IDENTITY,
  invert,
  localToParent,
  type Matrix,
  moveBox,
  multiply,
  tidyBox,
  worldMatrix,
} from "../geometry";
import type { Size } from "../layer-entry";
import { covers, evenFactor, withScaledShadow } from "../layers-at-size";
import { LIMITS } from "../limits";
import { entryOf } from "../registry";
import { scaleLayer } from "../scale-layer";
import type { Document, Layer } from "../schema";
import { type Place, subtreeIds, walkLayers } from "../tree";
import { tidyOverrides } from "../variant-overrides";
import { withinLimits } from "../within-limits";

/**
 * The design with the layers that `after` has, in its order and its groups; `after` is the design in a size, edited.
 * Layers that were there stay where the design has them, in other groups too. New ones stand where the size has them,
 * seen from the design, and what would be off its canvas comes back onto it.
 */
export function withStructureOf(design: Document, before: Document, after: Document): Document {
  if (treeOf(before.layers) === treeOf(after.layers)) return design;
  const known = new Map(Array.from(walkLayers(design.layers), (place) => [place.layer.id, place]));
  const refit = new Set<string>();

  const build = (layers: readonly Layer[], parent: Layer | null, matrix: Matrix, atSize: Matrix): Layer[] =>
    layers.map((layer) => {
      const place = known.get(layer.id);
      const isNew = subtreeIds([layer]).every((id) => !known.has(id));
      if (isNew) return unscaled(layer, design, after, matrix, atSize);
      const base = place
        ? moved(place, parent?.id ?? null, design, matrix)
        : unscaled(layer, design, after, matrix, atSize);
      const entry = entryOf(base);
      const children = build(
        entryOf(layer).children(layer),
        base,
        multiply(matrix, localToParent(base)),
        multiply(atSize, localToParent(layer)),
      );
      if (treeOf(children) === treeOf(entry.children(base))) return base;
      refit.add(layer.id);
      return entry.withChildren(base, children);
    });

  const built = { ...design, layers: build(after.layers, null, IDENTITY, IDENTITY) };
  return tidyOverrides(design, fitGroupsAround(built, [], [...refit]));
}

/** Ids and nesting as one text: two trees are the same when these are. */
function treeOf(layers: readonly Layer[]): string {
  return layers.map((layer) => `${layer.id}(${treeOf(entryOf(layer).children(layer))})`).join();
}

function moved({ layer, parent }: Place, parentId: string | null, design: Document, matrix: Matrix): Layer {
  const old = parent?.id ?? null;
  if (old === parentId) return layer;
  return tidyBox(moveBox(layer, multiply(invert(matrix), worldMatrix(design, old))));
}

/** A new layer of the size as the design has it, in a parent that `matrix` leads out of to the design's canvas. */
function unscaled(layer: Layer, design: Size, size: Size, matrix: Matrix, atSize: Matrix): Layer {
  const factor = evenFactor(design, size);
  const entry = entryOf(layer);
  const onCanvas = moveBox(layer, atSize);
  if (covers(onCanvas, size) && !entry.holdsLayers) {
    const [horizontal, vertical] = [design.width / size.width, design.height / size.height];
    const stretched = {
      ...withScaledShadow(entry.scale(layer, 1 / factor), 1 / factor),
      x: onCanvas.x * horizontal,
      y: onCanvas.y * vertical,
      width: onCanvas.width * horizontal,
      height: onCanvas.height * vertical,
    };
    return bounded(moveBox(stretched, invert(matrix)));
  }
  const small = withShadows(scaleLayer(onCanvas, 1 / factor, 1 / factor, true), 1 / factor);
  const shifted = {
    ...small,
    x: small.x - (size.width - design.width * factor) / 2 / factor,
    y: small.y - (size.height - design.height * factor) / 2 / factor,
  };
  const placed = isOn(onCanvas, size) && !isOn(shifted, design) ? broughtOnto(shifted, design) : shifted;
  return bounded(moveBox(placed, invert(matrix)));
}

function withShadows(layer: Layer, factor: number): Layer {
  const entry = entryOf(layer);
  const children = entry.children(layer).map((child) => withShadows(child, factor));
  return withScaledShadow(entry.withChildren(layer, children), factor);
}

function bounded(layer: Layer): Layer {
  const limited = withinLimits(tidyBox(layer));
  return { ...limited, width: Math.min(LIMITS.coordinate, limited.width) };
}

/** Whether the middle of the layer is on the canvas. */
function isOn(box: Box, canvas: Size): boolean {
  const { x, y } = centreOf(box);
  return x >= 0 && y >= 0 && x <= canvas.width && y <= canvas.height;
}

function broughtOnto<B extends Box>(box: B, canvas: Size): B {
  const bounds = boundsInParent(box);
  const into = (at: number, length: number, room: number) =>
    length >= room ? (room - length) / 2 : Math.min(Math.max(at, 0), room - length);
  return {
    ...box,
    x: box.x + into(bounds.x, bounds.width, canvas.width) - bounds.x,
    y: box.y + into(bounds.y, bounds.height, canvas.height) - bounds.y,
  };
}
