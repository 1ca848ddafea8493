"use client";

import { Table2, TriangleAlert } from "lucide-react";
import { useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import { existingSampleView, sampleViewKey, sampleViews } from "@/lib/editor/preview-values";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { OtherVersionBar } from "../notices";
import { useRenderCount } from "../render-count";
import { usePanelResolution } from "../stage/use-scene";
import { useToastRoom } from "./use-toast-room";

/** With what the canvas is filled, as a row of choices under it; beside it what the filling does. */
export function SampleBar({ onOpenTable }: { onOpenTable: () => void }) {
  const { store, announce } = useEditor();
  const document = useEditorState((state) => state.document);
  const sampleView = useEditorState((state) => state.sampleView);
  const tableOpen = useEditorUi((state) => state.samplesOpen);
  const views = useMemo(() => sampleViews(document), [document]);
  const shown = sampleViewKey(existingSampleView(sampleView, document));
  const bar = useRef<HTMLDivElement>(null);
  useToastRoom(bar);

  return (
    <div ref={bar} className="shrink-0">
      <OtherVersionBar />
      <div className="flex h-10 items-center gap-2 border-t bg-panel px-2">
        <span aria-hidden className="hidden shrink-0 pl-1 text-faint text-xs lg:inline">
          Preview with
        </span>
        <div
          role="radiogroup"
          aria-label="Preview with"
          className="flex min-w-0 flex-1 gap-0.5 overflow-x-auto py-1 [scrollbar-width:none]"
        >
          {views.map(({ view, label }) => (
            // biome-ignore lint/a11y/useSemanticElements: a row of chips that scrolls; radio inputs cannot look so
            <button
              key={sampleViewKey(view)}
              type="button"
              role="radio"
              aria-checked={sampleViewKey(view) === shown}
              onClick={() => {
                store.setSampleView(view);
                announce(`The canvas shows ${label}.`);
              }}
              className={classNames(
                "h-7 max-w-44 shrink-0 truncate rounded-md px-2 text-muted text-xs hover:bg-hover hover:text-text",
                "aria-checked:bg-active aria-checked:font-medium aria-checked:text-text",
              )}
            >
              {label}
            </button>
          ))}
        </div>
        <MissingNote />
        <Tooltip label="Rows of values to preview with" side="top">
          <Button
            size="small"
            variant="ghost"
            aria-label="Sample values"
            aria-pressed={tableOpen}
            icon={<Table2 aria-hidden className="size-4" />}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent-text max-lg:gap-0 max-lg:px-1.5"
            onClick={onOpenTable}
          >
            <span className="hidden lg:inline">Sample values</span>
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}

/** Says which fields the shown row leaves empty, and what happens then. */
function MissingNote() {
  const sampleView = useEditorState((state) => state.sampleView);
  const fields = useEditorState((state) => state.document.fields);
  const { missing, hidden, phrases } = usePanelResolution();
  useRenderCount("missing note");
  if (sampleView.kind !== "row" || missing.length === 0) return null;
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
        <span className="hidden xl:inline">
          {missing.length} {missing.length === 1 ? "field" : "fields"} missing
        </span>
        <span className="sr-only">{text}</span>
      </span>
    </Tooltip>
  );
}
