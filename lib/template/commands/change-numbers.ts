import type { Document } from "../schema";
import { findLayer } from "../tree";
import { setProperties } from "./set-properties";

export type ChangeNumbers = {
  ids: readonly string[];
  /** A path to a number, as `setProperties` takes it. */
  path: string;
  change: (present: number) => number;
};

/** Changes a number of layers, each from its own: two that differ still differ. Layers without one stay as they are. */
export function changeNumbers(doc: Document, { ids, path, change }: ChangeNumbers): Document {
  return ids.reduce((now, id) => {
    const present = path.split(".").reduce<unknown>((node, name) => Object(node)[name], findLayer(now, id));
    return typeof present === "number"
      ? setProperties(now, { ids: [id], values: { [path]: change(present) } })
      : now;
  }, doc);
}
