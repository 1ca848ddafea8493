import { lockedAspects } from "@/lib/template/aspects";
import type { Lock } from "@/lib/template/primitives";
import { entryOf } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { findLayer, subtreeIds } from "@/lib/template/tree";
import type { EditorState } from "../store";
import type { Rights } from "./rights";

/** Why nothing but content changes, as a sentence. */
export const CONTENT_ONLY = "Brand-locked: you can change texts and pictures.";

type Seen = Pick<EditorState, "document"> & { readonly rights: Rights };

/** Whether an aspect of a layer can be changed here and now: neither locked nor beyond what the template lets change. */
export function isFree({ document, rights }: Seen, id: string, aspect: Lock): boolean {
  if (rights.contentOnly && aspect !== "content") return false;
  return !lockedAspects(document, id).has(aspect);
}

/** The layers among `ids` whose aspect is free, and that of everything in them. */
export function freeIds(state: Seen, ids: readonly string[], aspect: Lock): string[] {
  if (state.rights.contentOnly && aspect !== "content") return [];
  return ids.filter((id) => wholeOf(state.document, id).every((each) => isFree(state, each, aspect)));
}

/** The layer and all that it holds. */
function wholeOf(document: Document, id: string): string[] {
  const layer = findLayer(document, id);
  return layer ? [id, ...subtreeIds(entryOf(layer).children(layer))] : [];
}

const ASPECT_WORDS: Record<Lock, string> = {
  position: "The position",
  style: "The style",
  content: "The content",
  delete: "Deleting",
};

/** Why an aspect of these layers cannot be changed, as a sentence; null when it can. */
export function lockReason(state: Seen, ids: readonly string[], aspect: Lock): string | null {
  if (state.rights.contentOnly && aspect !== "content") {
    return CONTENT_ONLY;
  }
  const locked = ids.filter((id) => lockedAspects(state.document, id).has(aspect));
  if (locked.length === 0 || locked.length < ids.length) return null;
  const how = state.rights.lock ? "Unlock it under Locks." : "An owner or admin can unlock it.";
  return `${ASPECT_WORDS[aspect]} is locked. ${how}`;
}
