import { setProperties } from "@/lib/template/commands/set-properties";
import type { Document } from "@/lib/template/schema";
import { walkLayers } from "@/lib/template/tree";
import type { Rights } from "./rights";

/**
 * The document with these copies free of the locks of what they are copies of, for those who could not take them off: what
 * somebody made they can also move and delete again. `ids` are those of the copies and of all in them.
 */
export function freedCopies(document: Document, ids: readonly string[], { lock }: Rights): Document {
  if (lock) return document;
  const copies = new Set(ids);
  const locked = Array.from(walkLayers(document.layers), ({ layer }) => layer).filter(
    ({ id, locks }) => copies.has(id) && locks.length > 0,
  );
  return locked.length === 0
    ? document
    : setProperties(document, { ids: locked.map(({ id }) => id), values: { locks: [] } });
}
