"use client";

import { CONTENT_ONLY } from "@/lib/editor/brand/free-ids";
import { useEditor, useEditorState } from "../editor-context";

export type CanDesign = {
  /** Whether more than content can be changed: layers and their looks, fields, the canvas and its sizes. */
  canDesign: boolean;
  /** Why not, where content can be changed: said beside what is disabled. Null for those who only look. */
  why: string | null;
};

/** What this person may change of the open template beyond its content. */
export function useCanDesign(): CanDesign {
  const { canEdit } = useEditor();
  const contentOnly = useEditorState((state) => state.rights.contentOnly);
  return { canDesign: canEdit && !contentOnly, why: canEdit && contentOnly ? CONTENT_ONLY : null };
}
