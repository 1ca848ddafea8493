"use client";

import { sampleName } from "@/lib/editor/preview-values";
import type { Field } from "@/lib/template/field";
import { valueProblem } from "@/lib/template/value-problem";
import { useEditor, useEditorState } from "../editor-context";

/** Rows that are named; the others are counted. */
const MOST = 3;

/** Sample values that do not fit the field, each with a way to its row. */
export function SampleNotes({ field }: { field: Field }) {
  const { store, ui } = useEditor();
  const samples = useEditorState((state) => state.document.samples);
  const wrong = samples.flatMap((row, index) => {
    const problem = valueProblem(row.values[field.key] ?? "", field);
    return problem === null ? [] : [{ id: row.id, name: sampleName(row, index), problem }];
  });
  if (wrong.length === 0) return null;
  return (
    <div className="grid gap-0.5 rounded-md bg-warning-soft px-2 py-1.5 text-2xs text-warning-text">
      {wrong.slice(0, MOST).map(({ id, name, problem }) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            store.setSampleView({ kind: "row", id });
            ui.setState({ samplesOpen: true });
          }}
          className="min-h-6 justify-self-start text-left wrap-anywhere underline underline-offset-2"
        >
          {`${name}: ${problem}`}
        </button>
      ))}
      {wrong.length > MOST ? <p>{`and ${wrong.length - MOST} more`}</p> : null}
    </div>
  );
}
