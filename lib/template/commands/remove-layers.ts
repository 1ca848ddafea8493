import { fitGroupsAround } from "../fit-group";
import type { Document } from "../schema";
import { topmost, withoutLayers } from "../tree";
import { accept } from "./accept";
import { dropEmptied } from "./drop-emptied";

/** Takes layers out, with what is inside them. A group that loses its last layer goes too. */
export function removeLayers(doc: Document, { ids }: { ids: readonly string[] }): Document {
  const groups = topmost(doc, ids).flatMap(({ parent }) => (parent ? [parent.id] : []));
  const removed = dropEmptied(doc, withoutLayers(doc, ids));
  return accept(doc, fitGroupsAround(removed, [], groups));
}
