"use client";

import { ArrowLeftRight } from "lucide-react";
import { CANVAS_PRESETS } from "@/components/templates/canvas-presets";
import { IconButton } from "@/components/ui/icon-button";
import { countedOverrides } from "@/lib/editor/sizes/counted-overrides";
import { measured, resetSize } from "@/lib/editor/sizes/size-commands";
import { listSizes } from "@/lib/editor/sizes/size-list";
import { shownDocument } from "@/lib/editor/store";
import { fitView } from "@/lib/editor/view";
import type { VariantMeasures } from "@/lib/template/commands/variant-commands";
import { LIMITS } from "@/lib/template/limits";
import type { Document } from "@/lib/template/schema";
import { useCanDesign } from "../brand/use-can-design";
import type { Change } from "../controls/change";
import { PanelSection } from "../controls/control-row";
import { NumberField } from "../controls/number-field";
import { PanelSelect } from "../controls/panel-select";
import { useEditor, useEditorState, usePanelDocument } from "../editor-context";

const CUSTOM = "custom";

/** The measures of the size at hand, the design's own or another. */
export function MeasuresSection() {
  const { store } = useEditor();
  const { canDesign, why } = useCanDesign();
  const document = usePanelDocument();
  const design = useEditorState((state) => state.design);
  const sizeId = useEditorState((state) => state.sizeId);
  const size = listSizes(design).find(({ id }) => id === sizeId);
  const isDesign = sizeId === null;
  const preset = CANVAS_PRESETS.find(
    ({ width, height }) => width === document.width && height === document.height,
  );

  function change(label: string, measures: VariantMeasures, how: Change) {
    const command = (doc: Document) => measured(doc, sizeId, measures);
    if (how === "live") {
      if (store.getState().gesture?.label !== label) store.begin(label);
      store.preview(command, { of: "design" });
    } else if (how === "final" && store.getState().gesture?.label === label) {
      store.preview(command, { of: "design" });
      store.commit();
    } else {
      store.dispatch(label, command, { of: "design", ...(how === "step" && { merge: label }) });
    }
  }

  function resize(measures: VariantMeasures, how: Change) {
    change("Canvas size", measures, how);
    const state = store.getState();
    if (how === "final") store.setView(fitView(shownDocument(state), state.viewport));
  }

  const side = (name: "width" | "height", mark: string) => (
    <NumberField
      label={name === "width" ? "Canvas width" : "Canvas height"}
      mark={mark}
      value={document[name]}
      min={1}
      max={Math.min(
        LIMITS.canvasSide,
        Math.floor(LIMITS.canvasArea / document[name === "width" ? "height" : "width"]),
      )}
      step={1}
      disabled={!canDesign}
      onChange={(length, how) => resize({ [name]: Math.round(length) }, how)}
    />
  );

  return (
    <>
      <header className="flex h-9 items-center gap-2 border-b px-3 text-xs">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{isDesign ? "Canvas" : size?.name}</h2>
        {isDesign ? null : <span className="shrink-0 text-faint">Size of the design</span>}
      </header>
      {size && size.overrides > 0 ? (
        <div className="flex items-center gap-2 border-b bg-accent-soft px-3 py-1.5 text-xs">
          <p className="min-w-0 flex-1 text-accent-text">{countedOverrides(size.overrides)}</p>
          {canDesign ? (
            <button
              type="button"
              onClick={() => resetSize(store, {})}
              className="min-h-6 shrink-0 rounded-sm px-1 font-medium text-accent-text hover:underline"
            >
              Reset to the design
            </button>
          ) : null}
        </div>
      ) : null}
      <PanelSection title="Size">
        <PanelSelect
          aria-label="Canvas preset"
          disabled={!canDesign}
          value={preset?.id ?? CUSTOM}
          options={[
            ...CANVAS_PRESETS.map(({ id, name, width, height }) => ({
              value: id,
              label: `${name}  ${width} × ${height}`,
            })),
            ...(preset ? [] : [{ value: CUSTOM, label: "Custom size" }]),
          ]}
          onValueChange={(id) => {
            const chosen = CANVAS_PRESETS.find((each) => each.id === id);
            if (chosen) {
              const { width, height, displayWidth } = chosen;
              resize({ width, height, displayWidth }, "final");
            }
          }}
        />
        <div className="flex items-center gap-1.5">
          {side("width", "W")}
          <IconButton
            size="small"
            label="Swap width and height"
            disabled={!canDesign || document.width === document.height}
            onClick={() => resize({ width: document.height, height: document.width }, "final")}
          >
            <ArrowLeftRight aria-hidden className="size-3.5" />
          </IconButton>
          {side("height", "H")}
        </div>
        <NumberField
          label="Display width"
          rowLabel="Shown at"
          value={document.displayWidth}
          min={1}
          max={LIMITS.canvasSide}
          step={1}
          unit=" px"
          disabled={!canDesign}
          onChange={(length, how) => change("Display width", { displayWidth: Math.round(length) }, how)}
        />
        <p className="text-2xs text-faint">
          {why !== null
            ? `${why} The canvas and its sizes stay as they are.`
            : isDesign
              ? "The width in the mail. A canvas twice as wide looks sharp on every screen."
              : "What is below is the design's and shows in all sizes. What you move, size, turn or hide here stays in this size."}
        </p>
      </PanelSection>
    </>
  );
}
