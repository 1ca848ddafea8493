"use client";

import { RemoveFormatting } from "lucide-react";
import { useId, useRef } from "react";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { TextLayer } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { PanelSection } from "../controls/control-row";
import { FieldMenu } from "../controls/field-menu";
import { ProblemNotes } from "../controls/problem-notes";
import { TextAreaField, type TextAreaHandle } from "../controls/text-area-field";
import { useEditor, useEditorState } from "../editor-context";
import { differenceOf, replaceRange, styleRange, textOfRuns } from "../text/text-runs";
import { clearTypedStyle, typeText } from "../text/typing";
import type { ToldProblem } from "../use-problems";

export type ContentSectionProps = {
  layer: TextLayer;
  /** What is wrong with the words. */
  problems: readonly ToldProblem[];
  disabled: boolean;
  /** Element that says why it is disabled. */
  reasonId: string | undefined;
};

/** The words of a text layer, for those who would rather type in the panel; styles inside stay where they are. */
export function ContentSection({ layer, problems, disabled, reasonId }: ContentSectionProps) {
  const { store, typing } = useEditor();
  const fields = useEditorState((state) => state.document.fields);
  const noteId = useId();
  const area = useRef<TextAreaHandle>(null);
  const text = textOfRuns(layer.runs);

  function change(next: string) {
    const { text: inserted, ...range } = differenceOf(text, next);
    store.dispatch(
      "Edit text",
      (doc) =>
        setProperties(doc, { ids: [layer.id], values: { runs: replaceRange(layer.runs, range, inserted) } }),
      { merge: `content ${layer.id}` },
    );
  }

  /** Of the selected stretch while there is one, else of all of the text. */
  function clearFormatting() {
    if (typing.getState().range) return clearTypedStyle(store, typing);
    const runs = styleRange(layer.runs, { start: 0, end: text.length }, layer.style, layer.style);
    store.dispatch("Clear formatting", (doc) => setProperties(doc, { ids: [layer.id], values: { runs } }));
  }

  return (
    <PanelSection
      title="Content"
      action={
        <FieldMenu
          label="Insert a field into the text"
          fields={fields}
          disabled={disabled}
          onPick={(key) => {
            if (typing.getState().range) typeText(store, typing, `{{${key}}}`);
            else area.current?.insert(`{{${key}}}`);
          }}
        />
      }
    >
      <TextAreaField
        handle={area}
        label="Content"
        value={text}
        multiline
        maxLength={LIMITS.layerText}
        disabled={disabled}
        placeholder="Empty"
        describedBy={problems.length > 0 ? noteId : reasonId}
        invalid={problems.some(({ severity }) => severity === "error")}
        offersFields
        // Whoever types here has left the stretch that was selected on the canvas.
        onFocus={() => typing.setState({ range: null })}
        onChange={change}
      />
      <ProblemNotes id={noteId} problems={problems} />
      {layer.runs.some(({ style }) => Object.keys(style).length > 0) ? (
        <button
          type="button"
          disabled={disabled}
          onClick={clearFormatting}
          className="flex h-6 items-center gap-1 justify-self-start rounded-md px-1 text-muted text-xs enabled:hover:bg-hover enabled:hover:text-text disabled:opacity-50"
        >
          <RemoveFormatting aria-hidden className="size-3.5" />
          Clear formatting
        </button>
      ) : null}
    </PanelSection>
  );
}
