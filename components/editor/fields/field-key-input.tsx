"use client";

import { useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { checkFieldKey } from "@/lib/template/check-document";
import { renameField } from "@/lib/template/commands/field-commands";
import type { Field } from "@/lib/template/field";
import { useCanDesign } from "../brand/use-can-design";
import { PANEL_INPUT } from "../controls/panel-look";
import { useEditor, useEditorState } from "../editor-context";

export type FieldKeyInputProps = {
  field: Field;
  onRenamed: (key: string) => void;
};

/**
 * The key as it stands in links and placeholders. A key that cannot be is told here and changes nothing; a good one
 * is renamed everywhere when the input is left.
 */
export function FieldKeyInput({ field, onRenamed }: FieldKeyInputProps) {
  const { store } = useEditor();
  const { canDesign } = useCanDesign();
  const fields = useEditorState((state) => state.document.fields);
  const [draft, setDraft] = useState<string | null>(null);
  const noteId = useId();
  const typed = draft ?? field.key;
  const problem = draft === null ? null : checkFieldKey(typed, fields, "/key", field.key);

  function settle() {
    if (draft === null) return;
    if (problem) return;
    setDraft(null);
    if (draft === field.key) return;
    const to = draft;
    // The open row follows its field to the new key.
    onRenamed(to);
    if (!store.dispatch("Rename field key", (doc) => renameField(doc, { from: field.key, to })))
      onRenamed(field.key);
  }

  return (
    <div className="grid min-w-0 flex-1 gap-1">
      <input
        aria-label="Field key"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? noteId : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        disabled={!canDesign}
        value={typed}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle();
          if (event.key === "Escape") setDraft(null);
        }}
        className={classNames(PANEL_INPUT, "px-2 font-mono")}
      />
      <div aria-live="polite">
        {problem ? (
          <p id={noteId} className="text-danger-text text-xs">
            {problem.message}
          </p>
        ) : null}
      </div>
    </div>
  );
}
