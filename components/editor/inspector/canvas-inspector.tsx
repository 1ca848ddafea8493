"use client";

import { useMemo, useRef } from "react";
import { CANVAS_PRESETS } from "@/components/templates/canvas-presets";
import { shownDocument } from "@/lib/editor/store";
import { fitView } from "@/lib/editor/view";
import { type CanvasChange, setCanvas } from "@/lib/template/commands/set-canvas";
import { LIMITS } from "@/lib/template/limits";
import type { Change } from "../controls/change";
import { ControlRow, PanelSection } from "../controls/control-row";
import { FieldMenu } from "../controls/field-menu";
import { FillField } from "../controls/fill-field";
import { NumberField } from "../controls/number-field";
import { PanelSelect } from "../controls/panel-select";
import { TextAreaField, type TextAreaHandle } from "../controls/text-area-field";
import { useEditor, useShownDocument } from "../editor-context";
import type { GradientTarget } from "../stage/tools/stage-tools";
import { useProblems } from "../use-problems";
import { documentColors } from "./document-colors";
import { timeZoneOptions } from "./time-zones";

const CUSTOM = "custom";
const CANVAS_FILL: GradientTarget = { kind: "canvas" };

/** Properties of the canvas: what the right panel shows while nothing is selected. */
export function CanvasInspector() {
  const { store, canEdit } = useEditor();
  const document = useShownDocument();
  const swatches = useMemo(() => documentColors(document), [document]);
  const problems = useProblems();
  const zones = useMemo(() => timeZoneOptions(document.timeZone), [document.timeZone]);
  const area = useRef<TextAreaHandle>(null);
  const preset = CANVAS_PRESETS.find(
    ({ width, height }) => width === document.width && height === document.height,
  );
  const altProblems = problems.all.filter(({ path }) => path.startsWith("/alt"));

  function change(label: string, next: CanvasChange, how: Change) {
    if (how === "live") {
      if (store.getState().gesture?.label !== label) store.begin(label);
      store.preview((doc) => setCanvas(doc, next));
    } else if (how === "final" && store.getState().gesture?.label === label) {
      store.preview((doc) => setCanvas(doc, next));
      store.commit();
    } else {
      store.dispatch(label, (doc) => setCanvas(doc, next), how === "step" ? { merge: label } : {});
    }
  }

  function resize(next: CanvasChange, how: Change) {
    change("Canvas size", next, how);
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
      disabled={!canEdit}
      onChange={(length, how) => resize({ [name]: Math.round(length) }, how)}
    />
  );

  return (
    <div>
      <header className="flex h-9 items-center border-b px-3">
        <h2 className="font-semibold text-xs">Canvas</h2>
      </header>
      <PanelSection title="Size">
        <PanelSelect
          aria-label="Canvas preset"
          disabled={!canEdit}
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
        <div className="grid grid-cols-2 gap-1.5">
          {side("width", "W")}
          {side("height", "H")}
        </div>
        <ControlRow label="Shown at">
          <NumberField
            label="Display width"
            value={document.displayWidth}
            min={1}
            max={LIMITS.canvasSide}
            step={1}
            unit=" px"
            disabled={!canEdit}
            onChange={(length, how) => change("Display width", { displayWidth: Math.round(length) }, how)}
          />
        </ControlRow>
        <p className="text-2xs text-faint">
          The width in the mail. A canvas twice as wide looks sharp on every screen.
        </p>
      </PanelSection>
      <PanelSection title="Background">
        <FillField
          label="Background"
          value={document.background}
          optional
          disabled={!canEdit}
          swatches={swatches}
          target={CANVAS_FILL}
          onChange={(background, how) => change("Background", { background }, how)}
        />
      </PanelSection>
      <PanelSection
        title="Alternative text"
        action={
          <FieldMenu
            label="Insert a field into the alternative text"
            fields={document.fields}
            disabled={!canEdit}
            onPick={(key) => area.current?.insert(`{{${key}}}`)}
          />
        }
      >
        <TextAreaField
          handle={area}
          label="Alternative text"
          value={document.alt}
          multiline
          maxLength={LIMITS.alt}
          disabled={!canEdit}
          placeholder="What the picture says, for those who do not see it"
          invalid={altProblems.length > 0}
          offersFields
          onChange={(alt) => change("Alternative text", { alt }, "step")}
        />
        {altProblems.map(({ message }) => (
          <p key={message} className="text-danger-text text-xs">
            {message}
          </p>
        ))}
      </PanelSection>
      <PanelSection title="Dates">
        <ControlRow label="Time zone">
          <PanelSelect
            aria-label="Time zone"
            disabled={!canEdit}
            value={document.timeZone}
            options={zones}
            onValueChange={(timeZone) => change("Time zone", { timeZone }, "final")}
          />
        </ControlRow>
        <p className="text-2xs text-faint">
          Rules about today and now use this time zone, and so do times that name none.
        </p>
      </PanelSection>
    </div>
  );
}
