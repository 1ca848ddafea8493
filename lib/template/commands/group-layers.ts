import { fitGroup, fitGroupsAround } from "../fit-group";
import { invert, moveBox, multiply, tidyBox, worldMatrix } from "../geometry";
import { ENTRIES } from "../registry";
import type { Document } from "../schema";
import { topmost, withChildrenOf, withoutLayers } from "../tree";
import { accept } from "./accept";
import { dropEmptied } from "./drop-emptied";

export type GroupLayers = { ids: readonly string[]; groupId: string; name?: string };

/**
 * Puts layers into a new group, which stands where the foremost of them stood. Everything stays where it is on
 * the canvas, layers from other groups too.
 */
export function groupLayers(doc: Document, { ids, groupId, name }: GroupLayers): Document {
  const places = topmost(doc, ids);
  const front = places.at(-1);
  if (front === undefined) return doc;
  const parentId = front.parent?.id ?? null;
  const toParent = invert(worldMatrix(doc, parentId));
  const children = places.map(({ layer, parent }) =>
    parent === front.parent
      ? layer
      : tidyBox(moveBox(layer, multiply(toParent, worldMatrix(doc, parent?.id ?? null)))),
  );
  const empty = ENTRIES.group.create(groupId, doc);
  const named = { ...empty, name: name ?? empty.name, x: 0, y: 0, rotation: 0 };
  const group = fitGroup(ENTRIES.group.withChildren(named, children));

  const below = places.filter(({ parent, index }) => parent === front.parent && index < front.index).length;
  const without = withoutLayers(
    doc,
    places.map(({ layer }) => layer.id),
  );
  const grouped = withChildrenOf(without, parentId, (siblings) =>
    siblings.toSpliced(front.index - below, 0, group),
  );
  const left = places.flatMap(({ parent }) => (parent && parent !== front.parent ? [parent.id] : []));
  return accept(doc, fitGroupsAround(dropEmptied(doc, grouped), [groupId], left));
}
