"use client";

import { useMemo, useRef } from "react";
import { type CanvasChange, setCanvas } from "@/lib/template/commands/set-canvas";
import { LIMITS } from "@/lib/template/limits";
import { BrandLockSection } from "../brand/brand-lock-section";
import { CanvasBrandTarget } from "../brand/brand-target";
import { useCanDesign } from "../brand/use-can-design";
import type { Change } from "../controls/change";
import { ControlRow, PanelSection } from "../controls/control-row";
import { FieldMenu } from "../controls/field-menu";
import { FillField } from "../controls/fill-field";
import { TextAreaField, type TextAreaHandle } from "../controls/text-area-field";
import { TimeZoneField } from "../controls/time-zone-field";
import { useEditor, usePanelDocument } from "../editor-context";
import { MeasuresSection } from "../sizes/measures-section";
import type { GradientTarget } from "../stage/tools/stage-tools";
import { useProblems } from "../use-problems";
import { documentColors } from "./document-colors";

const CANVAS_FILL: GradientTarget = { kind: "canvas" };

/** Properties of the canvas: what the right panel shows while nothing is selected. */
export function CanvasInspector() {
  const { store, canEdit } = useEditor();
  const { canDesign } = useCanDesign();
  const document = usePanelDocument();
  const swatches = useMemo(() => documentColors(document), [document]);
  const problems = useProblems();
  const area = useRef<TextAreaHandle>(null);
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

  return (
    <div>
      <MeasuresSection />
      <PanelSection title="Background">
        <CanvasBrandTarget>
          <FillField
            label="Background"
            value={document.background}
            optional
            disabled={!canDesign}
            swatches={swatches}
            target={CANVAS_FILL}
            onChange={(background, how) => change("Background", { background }, how)}
          />
        </CanvasBrandTarget>
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
          <TimeZoneField
            label="Time zone"
            disabled={!canDesign}
            value={document.timeZone}
            onChange={(timeZone) => change("Time zone", { timeZone }, "final")}
          />
        </ControlRow>
        <p className="text-2xs text-faint">
          Rules about today and now use this time zone, and so do times that name none.
        </p>
      </PanelSection>
      <BrandLockSection />
    </div>
  );
}
