"use client";

import { FileUp, Plus, Trash2, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { addSample, removeSample, updateSample } from "@/lib/template/commands/sample-commands";
import type { Field } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import { valueProblem } from "@/lib/template/value-problem";
import { PANEL_INPUT } from "../controls/panel-look";
import { useEditor, useEditorState } from "../editor-context";
import { newLocalId } from "../new-local-id";
import { useRowViews } from "./use-row-views";
import { ViewMenu } from "./view-menu";

/** One sample row at a time, field under field: for narrow screens. */
export function SampleForm() {
  const { store, ui, canEdit } = useEditor();
  const views = useRowViews();
  const fields = useEditorState((state) => state.document.fields);
  const samples = useEditorState((state) => state.document.samples);
  const { view } = views.shown;
  const row = view.kind === "row" ? samples.find(({ id }) => id === view.id) : undefined;

  function add() {
    const id = newLocalId();
    const added = { id, name: `Sample ${samples.length + 1}`, values: {} };
    if (store.dispatch("Add sample row", (doc) => addSample(doc, { row: added })))
      store.setSampleView({ kind: "row", id });
  }

  function change(key: string, value: string) {
    if (!row) return;
    const values = { [key]: value };
    store.dispatch("Sample value", (doc) => updateSample(doc, { id: row.id, change: { values } }), {
      merge: `${row.id} ${key}`,
    });
  }

  return (
    <div className="grid gap-3 p-4">
      <div className="flex rounded-md ring-1 ring-line-strong ring-inset">
        <ViewMenu views={views} />
      </div>
      {row ? (
        fields.map((field) => (
          <FormField
            key={field.key}
            field={field}
            value={row.values[field.key] ?? ""}
            disabled={!canEdit}
            onChange={(value) => change(field.key, value)}
          />
        ))
      ) : (
        <p className="text-faint text-xs">
          {view.kind === "stress"
            ? "Rows of the stress set are always the same. Choose a sample to change its values."
            : "Choose a row to see and change its values."}
        </p>
      )}
      {canEdit ? (
        <div className="flex flex-wrap gap-2">
          <Button
            disabled={samples.length >= LIMITS.sampleRows}
            icon={<Plus aria-hidden className="size-4" />}
            onClick={add}
          >
            Add row
          </Button>
          <Button
            icon={<FileUp aria-hidden className="size-4" />}
            onClick={() => ui.setState({ sheet: null, importing: { file: null } })}
          >
            Import CSV
          </Button>
          {row ? (
            <Button
              variant="ghost"
              icon={<Trash2 aria-hidden className="size-4" />}
              onClick={() => store.dispatch("Remove sample row", (doc) => removeSample(doc, { id: row.id }))}
            >
              Remove row
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type FormFieldProps = { field: Field; value: string; disabled: boolean; onChange: (value: string) => void };

function FormField({ field, value, disabled, onChange }: FormFieldProps) {
  const id = useId();
  const problem = valueProblem(value, field);
  return (
    <div className="grid gap-1 text-sm">
      <label htmlFor={id} className="text-muted text-xs">
        {field.label || field.key}
      </label>
      <input
        id={id}
        value={value}
        maxLength={LIMITS.value}
        autoComplete="off"
        disabled={disabled}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={`${PANEL_INPUT} h-10 px-3 text-sm`}
      />
      {problem ? (
        <p id={`${id}-problem`} className="flex gap-1 text-warning-text text-xs">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {problem}
        </p>
      ) : null}
    </div>
  );
}
