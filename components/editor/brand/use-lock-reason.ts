"use client";

import { lockReason } from "@/lib/editor/brand/free-ids";
import { aspectOf } from "@/lib/template/aspects";
import type { Lock } from "@/lib/template/primitives";
import type { Layer } from "@/lib/template/schema";
import { useEditorState } from "../editor-context";

export type LockReasons = {
  /** Why an aspect of the layers cannot be changed; null when it can. */
  of: (aspect: Lock) => string | null;
  /** The same for the aspect that a property belongs to. */
  at: (path: string) => string | null;
};

/** What is locked of these layers, for the controls that would change it. */
export function useLockReasons(layers: readonly Layer[]): LockReasons {
  const document = useEditorState((state) => state.document);
  const rights = useEditorState((state) => state.rights);
  const ids = layers.map(({ id }) => id);
  const of = (aspect: Lock) => lockReason({ document, rights }, ids, aspect);
  return {
    of,
    at: (path) => {
      const [first] = layers;
      const aspect = first ? aspectOf(first, path) : null;
      return aspect === null ? null : of(aspect);
    },
  };
}
