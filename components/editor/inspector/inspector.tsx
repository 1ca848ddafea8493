"use client";

import { useEditorState } from "../editor-context";
import type { Actions } from "../use-actions";
import { CanvasInspector } from "./canvas-inspector";
import { LayerInspector } from "./layer-inspector";

/** The right panel: what is selected, or else the canvas. */
export function Inspector({ actions }: { actions: Actions }) {
  const hasSelection = useEditorState((state) => state.selection.length > 0);
  return hasSelection ? <LayerInspector actions={actions} /> : <CanvasInspector />;
}
