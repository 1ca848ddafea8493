"use client";

import { useId } from "react";
import { Select } from "@/components/ui/select";
import { sameSampleView, sampleViews } from "@/lib/editor/preview-values";
import { updateSample } from "@/lib/template/commands/sample-commands";
import { LIMITS } from "@/lib/template/limits";
import { PANEL_INPUT } from "../controls/panel-look";
import { useEditor, useEditorState } from "../editor-context";

/** One sample row at a time, field under field: for narrow screens. */
export function SampleForm() {
  const { store, canEdit } = useEditor();
  const document = useEditorState((state) => state.document);
  const view = useEditorState((state) => state.sampleView);
  const row = view.kind === "row" ? document.samples.find(({ id }) => id === view.id) : undefined;
  const views = sampleViews(document).map((each, index) => ({ ...each, value: String(index) }));
  const formId = useId();
  const chosen = views.find((each) => sameSampleView(each.view, view));
  return (
    <div className="grid gap-3 p-4">
      <Select
        aria-label="Preview with"
        value={chosen?.value ?? "0"}
        options={views.map(({ value, label }) => ({ value, label }))}
        onValueChange={(value) => {
          const next = views.find((each) => each.value === value);
          if (next) store.setSampleView(next.view);
        }}
      />
      {row ? (
        document.fields.map((field) => (
          <div key={field.key} className="grid gap-1 text-sm">
            <label htmlFor={`${formId}-${field.key}`} className="text-muted text-xs">
              {field.label || field.key}
            </label>
            <input
              id={`${formId}-${field.key}`}
              value={row.values[field.key] ?? ""}
              maxLength={LIMITS.value}
              autoComplete="off"
              disabled={!canEdit}
              onChange={(event) => {
                const values = { [field.key]: event.currentTarget.value };
                store.dispatch(
                  "Sample value",
                  (doc) => updateSample(doc, { id: row.id, change: { values } }),
                  {
                    merge: `${row.id} ${field.key}`,
                  },
                );
              }}
              className={`${PANEL_INPUT} h-10 px-3 text-sm`}
            />
          </div>
        ))
      ) : (
        <p className="text-faint text-xs">Choose a row to see and change its values.</p>
      )}
    </div>
  );
}
