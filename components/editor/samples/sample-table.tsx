"use client";

import { Plus, Trash2 } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { addSample, pasteSamples, removeSample, updateSample } from "@/lib/template/commands/sample-commands";
import { LIMITS } from "@/lib/template/limits";
import type { SampleRow } from "@/lib/template/schema";
import { useEditor, useEditorState } from "../editor-context";
import { newLocalId } from "../new-local-id";
import { useProblems } from "../use-problems";

/** Rows of values to look at the picture with. A table pasted from a spreadsheet becomes rows. */
export function SampleTable() {
  const { store, canEdit } = useEditor();
  const fields = useEditorState((state) => state.document.fields);
  const samples = useEditorState((state) => state.document.samples);
  const shownRow = useEditorState((state) => (state.sampleView.kind === "row" ? state.sampleView.id : null));
  const problems = useProblems();
  const table = useRef<HTMLTableElement>(null);
  const isFull = samples.length >= LIMITS.sampleRows;

  function add() {
    const row: SampleRow = { id: newLocalId(), name: `Sample ${samples.length + 1}`, values: {} };
    if (!store.dispatch("Add sample row", (doc) => addSample(doc, { row }))) return;
    store.setSampleView({ kind: "row", id: row.id });
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
          ref={table}
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
            {samples.map((row, index) => (
              <tr
                key={row.id}
                className={classNames("group/row", row.id === shownRow && "bg-accent-soft")}
                onFocus={() => store.setSampleView({ kind: "row", id: row.id })}
              >
                <td
                  className={classNames(
                    "sticky left-0 min-w-32 border-b bg-panel p-0",
                    row.id === shownRow && "shadow-[inset_2px_0_0_var(--accent)]",
                  )}
                >
                  <Cell
                    label={`Name of row ${index + 1}`}
                    value={row.name}
                    disabled={!canEdit}
                    onChange={(name) =>
                      store.dispatch(
                        "Sample value",
                        (doc) => updateSample(doc, { id: row.id, change: { name } }),
                        {
                          merge: `${row.id} name`,
                        },
                      )
                    }
                  />
                </td>
                {fields.map((field) => {
                  const problem = problems.all.find(
                    ({ path }) => path === `/samples/${index}/values/${field.key}`,
                  );
                  return (
                    <td key={field.key} className="min-w-36 border-b border-l p-0">
                      <Cell
                        label={`${field.label || field.key}, ${row.name || `row ${index + 1}`}`}
                        value={row.values[field.key] ?? ""}
                        disabled={!canEdit}
                        problem={problem?.message}
                        onChange={(value) =>
                          store.dispatch(
                            "Sample value",
                            (doc) =>
                              updateSample(doc, { id: row.id, change: { values: { [field.key]: value } } }),
                            { merge: `${row.id} ${field.key}` },
                          )
                        }
                      />
                    </td>
                  );
                })}
                <td className="border-b px-1 text-right">
                  {canEdit ? (
                    <IconButton
                      size="small"
                      label={`Remove ${row.name || `row ${index + 1}`}`}
                      className="focus-visible:opacity-100 group-hover/row:opacity-100 md:opacity-0"
                      onClick={() => remove(row)}
                    >
                      <Trash2 className="size-3.5" />
                    </IconButton>
                  ) : null}
                </td>
              </tr>
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
            onClick={add}
          >
            Add row
          </Button>
          <p className="text-2xs text-faint">Or paste rows from a spreadsheet into any cell.</p>
        </div>
      ) : null}
    </div>
  );
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

type CellProps = {
  label: string;
  value: string;
  disabled: boolean;
  problem?: string | undefined;
  onChange: (value: string) => void;
};

function Cell({ label, value, disabled, problem, onChange }: CellProps) {
  return (
    <input
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      title={problem}
      autoComplete="off"
      spellCheck={false}
      maxLength={LIMITS.value}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={classNames(
        "h-7 w-full min-w-0 bg-transparent px-2 outline-none focus:shadow-[inset_0_0_0_2px_var(--accent)]",
        problem && "text-warning-text",
      )}
    />
  );
}
