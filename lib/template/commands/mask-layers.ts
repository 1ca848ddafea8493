import type { Document } from "../schema";
import { topmost } from "../tree";
import { accept } from "./accept";
import { groupLayers } from "./group-layers";
import { setProperties } from "./set-properties";

export type MaskLayers = { ids: readonly string[]; groupId: string };

/** Puts layers into a new group in which the backmost of them is the mask of the others. At least two, else nothing. */
export function maskLayers(doc: Document, { ids, groupId }: MaskLayers): Document {
  if (topmost(doc, ids).length < 2) return doc;
  const grouped = groupLayers(doc, { ids, groupId, name: "Mask group" });
  const masked = setProperties(grouped, { ids: [groupId], values: { masked: true } });
  return accept(doc, masked);
}
