"use client";

import { useMemo } from "react";
import { rowOfView, sampleName } from "@/lib/editor/preview-values";
import { meaningfulValues } from "@/lib/link/literal-tag";
import { rulesHolding } from "@/lib/template/rules-facts";
import type { Layer } from "@/lib/template/schema";
import { useEditorState, usePanelDocument } from "../editor-context";

export type RowOutcome = {
  /** The row that the canvas shows, as people call it. */
  row: string;
  /** Whether each rule of the layer holds for it. */
  holds: readonly boolean[];
};

/** Which rules of a layer hold for the row that is shown now; null while the canvas shows no values. */
export function useRulesHolding(layer: Layer): RowOutcome | null {
  const document = usePanelDocument();
  const view = useEditorState((state) => state.sampleView);
  return useMemo(() => {
    if (view.kind === "fields") return null;
    const row = rowOfView(view, document);
    const at = row ? document.samples.indexOf(row) : -1;
    return {
      row: row ? sampleName(row, at) : "a person without any values",
      holds: rulesHolding(document, layer, meaningfulValues(row?.values ?? {}), Date.now()),
    };
  }, [document, layer, view]);
}
