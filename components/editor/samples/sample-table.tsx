"use client";

import { ArrowDown, ArrowUp, CopyPlus, Download, FileUp, Plus, Trash2, TriangleAlert } from "lucide-react";
import { type DragEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { LIMITS } from "@/lib/template/limits";
import { valueProblem } from "@/lib/template/value-problem";
import { useEditor } from "../editor-context";
import type { Actions } from "../use-actions";
import { exportSamples } from "./export-samples";
import { SampleGridView } from "./sample-grid";
import { isTableFile } from "./table-file";
import { useSampleGrid } from "./use-sample-grid";

/** Rows of values to look at the picture with: a small spreadsheet, with CSV in and out. */
export function SampleTable({ actions }: { actions: Actions }) {
  const { ui, status } = useEditor();
  const grid = useSampleGrid();
  const { fields, samples, canEdit, isFull, active, chosenIds } = grid;
  const [dropping, setDropping] = useState(false);
  const field = fields[active.column - 1];
  const problem = field ? valueProblem(grid.editing?.text ?? grid.textOf(active), field) : null;

  if (fields.length === 0) {
    return (
      <p className="px-4 py-6 text-center text-faint text-xs">
        Add a field first. Sample rows then show the picture as different people get it.
      </p>
    );
  }

  const openImport = (file: File | null) => ui.setState({ importing: { file } });

  function onDrag(event: DragEvent, isOver: boolean) {
    if (!canEdit || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDropping(isOver);
  }

  function onDrop(event: DragEvent) {
    setDropping(false);
    const file = [...event.dataTransfer.files].find(isTableFile);
    if (!canEdit || !file) return;
    event.preventDefault();
    event.stopPropagation();
    openImport(file);
  }

  /** Escape leaves the table for its button, so that Tab goes on from there. */
  function leave() {
    document.querySelector<HTMLElement>("button[aria-label='Sample values']")?.focus();
  }

  const none = chosenIds.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file; the button beside it does the same
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={onDrop}
    >
      <div className="flex flex-wrap items-center gap-1.5 border-b px-2 py-1">
        {canEdit ? (
          <>
            <Button
              size="small"
              disabled={isFull}
              icon={<Plus aria-hidden className="size-3.5" />}
              onClick={grid.addRow}
            >
              Add row
            </Button>
            <IconButton label="Duplicate rows" disabled={none || isFull} onClick={grid.duplicateRows}>
              <CopyPlus aria-hidden className="size-4" />
            </IconButton>
            <IconButton
              label="Move rows up"
              disabled={none}
              shortcut="Alt+↑"
              onClick={() => grid.moveRows(-1)}
            >
              <ArrowUp aria-hidden className="size-4" />
            </IconButton>
            <IconButton
              label="Move rows down"
              disabled={none}
              shortcut="Alt+↓"
              onClick={() => grid.moveRows(1)}
            >
              <ArrowDown aria-hidden className="size-4" />
            </IconButton>
            <IconButton label="Remove rows" disabled={none} onClick={grid.removeRows}>
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
            <span aria-hidden className="mx-1 h-4 w-px bg-line-strong" />
            <Button
              size="small"
              variant="ghost"
              icon={<FileUp aria-hidden className="size-3.5" />}
              onClick={() => openImport(null)}
            >
              Import CSV
            </Button>
          </>
        ) : null}
        <Button
          size="small"
          variant="ghost"
          disabled={samples.length === 0}
          icon={<Download aria-hidden className="size-3.5" />}
          onClick={() => exportSamples(status.getState().name, samples, fields)}
        >
          Export CSV
        </Button>
        <span className="ml-auto text-2xs text-faint tabular-nums">
          {samples.length} of {LIMITS.sampleRows} rows
        </span>
      </div>
      <div className="min-h-0 flex-1 scroll-pt-10 scroll-pl-44 overflow-auto overscroll-contain">
        <SampleGridView grid={grid} platform={actions.platform} onExit={leave} />
      </div>
      <p
        id="sample-note"
        className={classNames(
          "flex min-h-7 items-center gap-1.5 border-t px-3 py-1 text-2xs",
          problem ? "text-warning-text" : "text-faint",
        )}
      >
        {problem ? <TriangleAlert aria-hidden className="size-3.5 shrink-0" /> : null}
        {problem ??
          (canEdit
            ? "Type to replace, F2 to edit, Delete to clear. Cells paste from a spreadsheet; Escape leaves the table."
            : "You may look at the values. Ask for the role of editor to change them.")}
      </p>
      {dropping ? (
        <div className="pointer-events-none absolute inset-0 z-40 grid place-items-center bg-accent-soft font-medium text-accent-text text-sm ring-2 ring-accent ring-inset backdrop-blur-xs">
          Drop the table to import it
        </div>
      ) : null}
    </div>
  );
}
