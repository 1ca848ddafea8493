"use client";

import { Plus } from "lucide-react";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { bareFields } from "@/lib/template/bare-fields";
import { addField, moveField } from "@/lib/template/commands/field-commands";
import type { FieldType } from "@/lib/template/field";
import { labelFromKey } from "@/lib/template/label-from-key";
import { LIMITS } from "@/lib/template/limits";
import { FIELD_KEY } from "@/lib/template/primitives";
import { useCanDesign } from "../brand/use-can-design";
import { useListDrag } from "../controls/use-list-drag";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { useProblems } from "../use-problems";
import { FieldRow } from "./field-row";
import { newField } from "./new-field";

/** Fields people start with; the first ones that are not there yet are offered. */
const SUGGESTED: readonly { key: string; label: string; type: FieldType }[] = [
  { key: "first_name", label: "First name", type: "text" },
  { key: "company_name", label: "Company", type: "text" },
  { key: "loyalty_points", label: "Points", type: "number" },
  { key: "expires_on", label: "Expires on", type: "date" },
  { key: "photo_url", label: "Picture", type: "image" },
];

/** The parts of the picture that change: added, renamed, ordered and removed here. */
export function FieldsPanel() {
  const { store, ui, canEdit } = useEditor();
  const { canDesign, why } = useCanDesign();
  const whyId = useId();
  const fields = useEditorState((state) => state.document.fields);
  const openField = useEditorUi((state) => state.openField);
  const problems = useProblems();
  const drag = useListDrag({
    attribute: "data-field-key",
    grip: "[data-field-grip]",
    axis: "y",
    keys: fields.map(({ key }) => key),
    disabled: !canDesign,
    onMove: (key, index) => store.dispatch("Reorder fields", (doc) => moveField(doc, { key, index })),
  });
  const [fresh, setFresh] = useState<string | null>(null);
  const unknown = unknownKeys(problems.all);
  const design = useDeferredValue(useEditorState((state) => state.design));
  const bare = useMemo(() => bareFields(design), [design]);

  function add(start: { key: string; label: string; type: FieldType }) {
    const field = newField(store.getState().document.fields, start);
    if (!store.dispatch("Add field", (doc) => addField(doc, { field }))) return;
    setFresh(field.key);
    ui.setState({ openField: field.key });
  }

  const offered = SUGGESTED.filter(({ key }) => fields.every((field) => field.key !== key)).slice(0, 3);
  const isFull = fields.length >= LIMITS.fields;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-keeps-typing>
      <ul aria-label="Fields" className="min-h-0 flex-1 overflow-y-auto py-1.5" {...drag.handlers}>
        {fields.map((field, index) => (
          <FieldRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a key that is being renamed must not take its row, and the click on it, away
            key={index}
            field={field}
            open={openField === field.key}
            fresh={fresh === field.key}
            problems={problems.byField.get(field.key) ?? []}
            bare={bare.get(field.key) ?? null}
            drop={drag.place?.key === field.key ? drag.place.where : null}
            onToggle={() => ui.setState({ openField: openField === field.key ? null : field.key })}
            onRenamed={(key) => ui.setState({ openField: key })}
          />
        ))}
        {fields.length === 0 ? (
          <li className="px-3 py-4 text-faint text-xs">
            A field is a part of the picture that changes: a name, a number, a photo. Add one, then insert it
            into a text with {"{{"}.
          </li>
        ) : null}
        {unknown.map((key) => (
          <li
            key={key}
            className="mx-1.5 flex items-center gap-2 rounded-md bg-warning-soft px-2 py-1.5 text-xs"
          >
            <span className="min-w-0 flex-1 text-warning-text">
              A layer uses <code>{`{{${key}}}`}</code>, which is no field.
            </span>
            <Button
              size="small"
              variant="ghost"
              disabled={!canDesign || isFull || !FIELD_KEY.test(key)}
              onClick={() => add({ key, label: labelFromKey(key), type: "text" })}
            >
              Add it
            </Button>
          </li>
        ))}
      </ul>
      {canEdit ? (
        <footer className="grid gap-1.5 border-t p-2">
          {offered.length > 0 && !isFull && canDesign ? (
            <div className="flex flex-wrap gap-1">
              {offered.map((start) => (
                <button
                  key={start.key}
                  type="button"
                  onClick={() => add(start)}
                  className="rounded-full px-2 py-0.5 text-2xs text-muted ring-1 ring-line-strong ring-inset hover:bg-hover hover:text-text"
                >
                  {start.label}
                </button>
              ))}
            </div>
          ) : null}
          <Button
            size="small"
            disabled={isFull || !canDesign}
            aria-describedby={why === null ? undefined : whyId}
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() => add({ key: "field", label: "", type: "text" })}
          >
            Add field
          </Button>
          {why === null ? null : (
            <p id={whyId} className="text-2xs text-faint">
              {why} Of a field the fallback changes alone.
            </p>
          )}
          {isFull ? (
            <p className="text-2xs text-faint">A template has at most {LIMITS.fields} fields.</p>
          ) : null}
        </footer>
      ) : null}
    </div>
  );
}

function unknownKeys(problems: readonly { code: string; fieldKey?: string }[]): string[] {
  const keys = problems.flatMap(({ code, fieldKey }) =>
    code === "unknown_field" && fieldKey ? [fieldKey] : [],
  );
  return [...new Set(keys)];
}
