"use client";

import { useMemo } from "react";
import { shownDocument } from "@/lib/editor/store";
import { findLayer } from "@/lib/template/tree";
import { useEditorState } from "../editor-context";
import { TypingBox } from "./typing-box";

/** The place where a text layer is typed in, over its picture. */
export function TextOverlay() {
  const id = useEditorState((state) => state.editingTextId);
  const document = useEditorState(shownDocument);
  const layer = useMemo(() => (id === null ? undefined : findLayer(document, id)), [id, document]);
  return layer?.type === "text" ? <TypingBox key={layer.id} layer={layer} /> : null;
}
