import { type Fit, withFittedOverrides } from "./fitted-overrides";
import {
  applyToVector,
  boundsInParent,
  centreOf,
  type Point,
  rotationAbout,
  tidyBox,
  unionOf,
} from "./geometry";
import { entryOf } from "./registry";
import type { Document, Layer } from "./schema";
import { withLayers } from "./tree";

/**
 * The group with its box drawn tight around its children, everything staying where it is on the canvas. A turned
 * group turns about the centre of its box, so the new box is placed to keep what it holds in place.
 */
export function fitGroup(group: Layer): Layer {
  const entry = entryOf(group);
  const children = entry.children(group);
  const bounds = unionOf(children.map(boundsInParent));
  if (bounds === null) return group;
  const fitted = { ...bounds, width: Math.max(1, bounds.width), height: Math.max(1, bounds.height) };
  const slack = [fitted.x, fitted.y, fitted.width - group.width, fitted.height - group.height];
  if (slack.every((length) => Math.abs(length) < 1e-3)) return group;
  const inside = centreOf(fitted);
  const offset = applyToVector(rotationAbout({ x: 0, y: 0 }, group.rotation), {
    x: inside.x - group.width / 2,
    y: inside.y - group.height / 2,
  });
  const centre = centreOf(group);
  const box = tidyBox({
    ...group,
    x: centre.x + offset.x - fitted.width / 2,
    y: centre.y + offset.y - fitted.height / 2,
    width: fitted.width,
    height: fitted.height,
  });
  return entry.withChildren(
    box,
    children.map((child) => tidyBox({ ...child, x: child.x - fitted.x, y: child.y - fitted.y })),
  );
}

/**
 * The document with every group around one of these layers fitted to its children, from the inside out; with
 * `groupIds` also these groups themselves and those around them. Everything stays where it is, in other sizes too.
 */
export function fitGroupsAround(
  doc: Document,
  ids: readonly string[],
  groupIds: readonly string[] = [],
): Document {
  const wanted = new Set(ids);
  const groups = new Set(groupIds);
  const fits = new Map<string, Fit>();
  const fitAll = (layers: readonly Layer[]): { layers: readonly Layer[]; holds: boolean } => {
    let holds = false;
    let changed = false;
    const next = layers.map((layer) => {
      if (wanted.has(layer.id)) holds = true;
      const entry = entryOf(layer);
      const below = fitAll(entry.children(layer));
      if (!below.holds && !groups.has(layer.id)) return layer;
      holds = true;
      const held = entry.withChildren(layer, below.layers);
      const result = fitGroup(held);
      if (result !== held) fits.set(layer.id, { from: held, to: result, corner: cornerShift(held, result) });
      if (result !== layer) changed = true;
      return result;
    });
    return { layers: changed ? next : layers, holds };
  };
  return withFittedOverrides(doc, withLayers(doc, fitAll(doc.layers).layers), fits);
}

/** How far the corner of a group's box has moved in the group's own frame: children moved as far the other way. */
function cornerShift(before: Layer, after: Layer): Point {
  const [was] = entryOf(before).children(before);
  const [is] = entryOf(after).children(after);
  return was && is ? { x: was.x - is.x, y: was.y - is.y } : { x: 0, y: 0 };
}
