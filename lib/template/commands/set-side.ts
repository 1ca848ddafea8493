import type { Document } from "../schema";
import { findLayer } from "../tree";
import { setProperties } from "./set-properties";

export type SetSide = {
  ids: readonly string[];
  side: "width" | "height";
  /** px. */
  length: number;
};

/** Gives layers a new width or height and the other side along with it, each in its own proportions. To 0.01 px. */
export function setSide(doc: Document, { ids, side, length }: SetSide): Document {
  return ids.reduce((now, id) => {
    const layer = findLayer(now, id);
    if (!layer) return now;
    const other = side === "width" ? "height" : "width";
    const along = Math.max(1, Math.round((length / layer[side]) * layer[other] * 100) / 100);
    return setProperties(now, { ids: [id], values: { [side]: length, [other]: along } });
  }, doc);
}
