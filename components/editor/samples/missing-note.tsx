"use client";

import { TriangleAlert } from "lucide-react";
import { Tooltip } from "@/components/ui/tooltip";
import { useEditorState } from "../editor-context";
import { useRenderCount } from "../render-count";
import { usePanelResolution } from "../stage/use-scene";

/** Says which fields the shown row leaves empty, and what happens then. */
export function MissingNote() {
  const showsRow = useEditorState(({ sampleView }) => "id" in sampleView);
  const fields = useEditorState((state) => state.document.fields);
  const { missing, hidden, phrases } = usePanelResolution();
  useRenderCount("missing note");
  if (!showsRow || missing.length === 0) return null;
  const names = missing.map((key) => fields.find((field) => field.key === key)?.label || key);
  const effects = [
    phrases.length > 0 ? "a whole phrase stands in" : "",
    hidden.length > 0 ? `${hidden.length} ${hidden.length === 1 ? "layer is" : "layers are"} hidden` : "",
  ].filter(Boolean);
  const text = `No value for ${names.join(", ")}${effects.length > 0 ? `: ${effects.join(", ")}.` : ": the fallback is shown."}`;
  return (
    <Tooltip label={text} side="top">
      <span className="flex shrink-0 items-center gap-1 text-warning-text text-xs">
        <TriangleAlert aria-hidden className="size-3.5" />
        <span className="hidden 2xl:inline">
          {missing.length} {missing.length === 1 ? "field" : "fields"} missing
        </span>
        <span className="sr-only">{text}</span>
      </span>
    </Tooltip>
  );
}
