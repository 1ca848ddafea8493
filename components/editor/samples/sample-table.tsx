"use client";

import { Plus } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { addSample, pasteSamples, removeSample, updateSample } from "@/lib/template/commands/sample-commands";
import { LIMITS } from "@/lib/template/limits";
import type { SampleRow } from "@/lib/template/schema";
import { useEditor, useEditorState } from "../editor-context";
import { newLocalId } from "../new-local-id";
import { useProblems } from "../use-problems";
import { SampleTableRow } from "./sample-table-row";

/** Rows of values to look at the picture with. A table pasted from a spreadsheet becomes rows. */
export function SampleTable() {
  const { store, canEdit } = useEditor();
  const fields = useEditorState((state) => state.document.fields);
  const samples = useEditorState((state) => state.document.samples);
  const shownRow = useEditorState((state) => (state.sampleView.kind === "row" ? state.sampleView.id : null));
  const problems = useProblems();
  // An empty table shows a row to type or paste into. It becomes the first row with the same id, so the focus stays.
  const [waiting] = useState<SampleRow>(() => ({ id: newLocalId(), name: "", values: {} }));
  const isEmpty = samples.length === 0;
  const rows = isEmpty && canEdit ? [waiting] : samples;
  const isFull = samples.length >= LIMITS.sampleRows;

  function add(row: SampleRow) {
    if (!store.dispatch("Add sample row", (doc) => addSample(doc, { row }))) return;
    store.setSampleView({ kind: "row", id: row.id });
  }

  function change(id: string, cell: "name" | { key: string }, value: string) {
    const to = cell === "name" ? { name: value } : { values: { [cell.key]: value } };
    if (isEmpty) return add({ ...waiting, name: "Sample 1", ...to });
    const merge = cell === "name" ? `${id} name` : `${id} ${cell.key}`;
    store.dispatch("Sample value", (doc) => updateSample(doc, { id, change: to }), { merge });
  }

  function remove(row: SampleRow) {
    store.dispatch("Remove sample row", (doc) => removeSample(doc, { id: row.id }));
    toast(`${row.name || "The row"} is removed`, { action: { label: "Undo", onClick: () => store.undo() } });
  }

  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (!canEdit || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const ids = text.split("\n").map(newLocalId);
    if (!store.dispatch("Paste samples", (doc) => pasteSamples(doc, { text, ids }))) {
      toast.error("No row was pasted", {
        description: "Expected a table whose columns are fields of this template.",
      });
    }
  }

  if (fields.length === 0) {
    return (
      <p className="px-4 py-6 text-center text-faint text-xs">
        Add a field first. Sample rows then show the picture as different people get it.
      </p>
    );
  }
  return (
    <div className="grid gap-2" onPaste={onPaste}>
      <div className="overflow-auto">
        <table
          aria-label="Sample values"
          className="w-full border-separate border-spacing-0 text-xs"
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <Head sticky>Row</Head>
              {fields.map((field) => (
                <Head key={field.key}>{field.label || field.key}</Head>
              ))}
              <th className="w-8 border-b" aria-label="Remove" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <SampleTableRow
                key={row.id}
                row={row}
                index={index}
                fields={fields}
                shown={row.id === shownRow}
                problemOf={(key) =>
                  problems.all.find(({ path }) => path === `/samples/${index}/values/${key}`)?.message
                }
                disabled={!canEdit}
                onShow={isEmpty ? undefined : () => store.setSampleView({ kind: "row", id: row.id })}
                onChange={(cell, value) => change(row.id, cell, value)}
                onRemove={canEdit && !isEmpty ? () => remove(row) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {canEdit ? (
        <div className="flex items-center gap-3 px-2 pb-2">
          <Button
            size="small"
            disabled={isFull}
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() => add({ id: newLocalId(), name: `Sample ${samples.length + 1}`, values: {} })}
          >
            Add row
          </Button>
          <p className="text-2xs text-faint">Or paste rows from a spreadsheet into any cell.</p>
        </div>
      ) : null}
    </div>
  );
}

/** Enter and the arrows walk the column; left and right belong to the text in the cell. */
function onKeyDown(event: KeyboardEvent) {
  const by = event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const cell = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  if (by === 0 || !cell) return;
  const row = cell.closest("tr");
  const next = by === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  const input = next?.children[cell.cellIndex]?.querySelector("input");
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
}

function Head({ sticky = false, children }: { sticky?: boolean; children: string }) {
  return (
    <th
      scope="col"
      className={classNames(
        "h-7 truncate border-b bg-panel px-2 text-left font-medium text-faint",
        sticky ? "sticky left-0" : "border-l",
      )}
    >
      {children}
    </th>
  );
}
