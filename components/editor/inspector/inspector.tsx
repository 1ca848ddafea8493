"use client";

import { useEditorState } from "../editor-context";
import { useRenderCount } from "../render-count";
import type { Actions } from "../use-actions";
import { CanvasInspector } from "./canvas-inspector";
import { LayerInspector } from "./layer-inspector";

/** The right panel: what is selected, or else the canvas. */
export function Inspector({ actions }: { actions: Actions }) {
  const hasSelection = useEditorState((state) => state.selection.length > 0);
  useRenderCount("inspector");
  return hasSelection ? <LayerInspector actions={actions} /> : <CanvasInspector />;
}
