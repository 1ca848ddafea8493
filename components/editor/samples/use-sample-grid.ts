"use client";

import { useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import {
  duplicateSamples,
  moveSamples,
  removeSamples,
  setCells,
} from "@/lib/template/commands/sample-commands";
import { LIMITS } from "@/lib/template/limits";
import { guessColumns, namesColumns, type TableColumn } from "@/lib/template/sample-table";
import { useEditor, useEditorState } from "../editor-context";
import { editorUndoToast } from "../editor-undo-toast";
import { newLocalId } from "../new-local-id";
import { type Block, blockOf, type Cell, clampCell } from "./cells";
import { readCopied, writeCopied } from "./table-text";

/** A cell that is being typed in. */
type Editing = { cell: Cell; text: string };

/**
 * What the table of sample values knows and does. A cell that is typed in shows on the canvas at once and becomes one
 * step of undo when it is left; so does a paste, a delete, a move of rows.
 */
export function useSampleGrid() {
  const { store, canEdit, announce } = useEditor();
  const fields = useEditorState((state) => state.document.fields);
  const samples = useEditorState((state) => state.document.samples);
  const shownId = useEditorState(({ sampleView }) => (sampleView.kind === "row" ? sampleView.id : null));
  const isFull = samples.length >= LIMITS.sampleRows;
  // Behind the last row waits one that is made when something is typed or pasted there.
  const size = { rows: samples.length + (canEdit && !isFull ? 1 : 0), columns: fields.length + 1 };
  const [at, setAt] = useState<{ active: Cell; anchor: Cell }>(() => {
    const row = Math.max(
      0,
      samples.findIndex(({ id }) => id === shownId),
    );
    return { active: { row, column: 1 }, anchor: { row, column: 1 } };
  });
  const [editing, setEditing] = useState<Editing | null>(null);
  const newId = useRef(newLocalId());
  const active = clampCell(at.active, size);
  const block = blockOf(clampCell(at.anchor, size), active);
  const columns = useMemo<TableColumn[]>(
    () => ["name", ...fields.map(({ key }) => ({ field: key }))],
    [fields],
  );

  function textOf({ row, column }: Cell): string {
    const sample = samples[row];
    const key = fields[column - 1]?.key;
    return (column === 0 ? sample?.name : key === undefined ? "" : sample?.values[key]) ?? "";
  }

  function cellsOf({ top, bottom, left, right }: Block): string[][] {
    return range(top, bottom).map((row) => range(left, right).map((column) => textOf({ row, column })));
  }

  function set(label: string, top: number, into: readonly TableColumn[], cells: string[][]): boolean {
    const ids = [newId.current, ...cells.map(newLocalId)];
    const changed = store.dispatch(label, (doc) => setCells(doc, { at: top, columns: into, cells, ids }));
    newId.current = newLocalId();
    return changed;
  }

  function goTo(next: Cell, { extend = false } = {}) {
    // A row that is being made is not counted yet; what is past the end is drawn back when it is shown.
    const cell = { row: Math.max(0, next.row), column: clampCell(next, size).column };
    setAt({ active: cell, anchor: extend ? clampCell(at.anchor, size) : cell });
    const row = samples[cell.row];
    if (row && row.id !== shownId) store.setSampleView({ kind: "row", id: row.id });
  }

  function type(text: string) {
    const cell = editing?.cell ?? active;
    if (!canEdit) return;
    if (!editing) store.begin("Sample value");
    setEditing({ cell, text });
    const column = columns[cell.column] ?? null;
    const ids = [newId.current];
    store.preview((doc) => setCells(doc, { at: cell.row, columns: [column], cells: [[text]], ids }));
  }

  /** Leaves the cell with what was typed, as one step. */
  function finish() {
    if (!editing) return;
    const { cell, text } = editing;
    setEditing(null);
    store.cancel();
    const isNew = cell.row >= samples.length;
    if (isNew && text === "") return;
    const id = newId.current;
    const column = columns[cell.column] ?? null;
    if (isNew && column !== "name") {
      set("Sample value", cell.row, ["name", column], [[`Sample ${cell.row + 1}`, text]]);
    } else set("Sample value", cell.row, [column], [[text]]);
    if (isNew) store.setSampleView({ kind: "row", id });
  }

  function cancel() {
    setEditing(null);
    store.cancel();
  }

  function clear() {
    if (!canEdit) return;
    const { top, bottom, left, right } = block;
    const rows = range(top, Math.min(bottom, samples.length - 1));
    const empty = rows.map(() => range(left, right).map(() => ""));
    if (set("Clear sample values", top, columns.slice(left, right + 1), empty)) announce("Cleared.");
  }

  function paste(text: string) {
    if (!canEdit || text === "") return;
    const copied = readCopied(text);
    const [head = []] = copied;
    const isHead = copied.length > 1 && namesColumns(head, fields);
    const single = copied.length === 1 && head.length === 1;
    const { top, bottom, left, right } = block;
    // One value fills all that is selected, as in a spreadsheet.
    const cells = single
      ? range(top, bottom).map(() => range(left, right).map(() => head[0] ?? ""))
      : copied.slice(isHead ? 1 : 0);
    const into = isHead ? guessColumns(head, fields) : columns.slice(left);
    const width = Math.max(...cells.map((row) => row.length));
    const changed = set("Paste samples", top, into, cells);
    const lost = Math.max(0, top + cells.length - LIMITS.sampleRows);
    const wide = isHead ? 0 : Math.max(0, width - into.length);
    const left0 = isHead ? 0 : left;
    const pasted = Math.min(cells.length, LIMITS.sampleRows - top);
    setAt({
      anchor: { row: top, column: left0 },
      active: {
        row: top + Math.max(0, pasted - 1),
        column: isHead ? fields.length : Math.min(left + width - 1, fields.length),
      },
    });
    if (lost + wide > 0) {
      const rows = lost > 0 ? `${counted(lost, "row")} beyond the ${LIMITS.sampleRows} that fit` : "";
      const sides = wide > 0 ? `${counted(wide, "column")} without a field` : "";
      toast(`Left out: ${[rows, sides].filter(Boolean).join(" and ")}`);
    }
    announce(changed ? `${counted(pasted, "row")} pasted.` : "Nothing changed.");
  }

  const chosenIds = samples.slice(block.top, block.bottom + 1).map(({ id }) => id);

  function addRow() {
    const id = newLocalId();
    const row = samples.length;
    const name = `Sample ${row + 1}`;
    const made = store.dispatch("Add sample row", (doc) =>
      setCells(doc, { at: doc.samples.length, columns: ["name"], cells: [[name]], ids: [id] }),
    );
    if (!made) return;
    store.setSampleView({ kind: "row", id });
    setAt({ active: { row, column: 1 }, anchor: { row, column: 1 } });
  }

  function removeRows() {
    if (!canEdit || chosenIds.length === 0) return;
    store.dispatch("Remove sample rows", (doc) => removeSamples(doc, { ids: chosenIds }));
    const cell = { row: block.top, column: active.column };
    setAt({ active: cell, anchor: cell });
    const name = samples[block.top]?.name || "The row";
    const what = chosenIds.length === 1 ? `${name} is removed` : `${chosenIds.length} rows are removed`;
    editorUndoToast(store, what);
  }

  function duplicateRows() {
    if (!canEdit || chosenIds.length === 0) return;
    const newIds = chosenIds.map(newLocalId);
    if (
      !store.dispatch("Duplicate sample rows", (doc) => duplicateSamples(doc, { ids: chosenIds, newIds }))
    ) {
      toast(`A template holds at most ${LIMITS.sampleRows} sample rows`);
      return;
    }
    shift(block.bottom + 1 - block.top);
    announce(`${counted(newIds.length, "row")} duplicated.`);
  }

  /** Moves the chosen rows to before the row at `to`. */
  function moveRowsTo(to: number, ids: readonly string[] = chosenIds) {
    const first = samples.findIndex(({ id }) => id === ids[0]);
    if (!canEdit || first === -1) return;
    if (!store.dispatch("Move sample rows", (doc) => moveSamples(doc, { ids, to }))) return;
    const top = samples.slice(0, to).filter(({ id }) => !ids.includes(id)).length;
    setAt({
      anchor: { row: top, column: block.left },
      active: { row: top + ids.length - 1, column: block.right },
    });
    announce(`Moved to row ${top + 1}.`);
  }

  function moveRows(by: 1 | -1) {
    if (by === -1 && block.top > 0) moveRowsTo(block.top - 1);
    if (by === 1 && block.bottom + 1 < samples.length) moveRowsTo(block.bottom + 2);
  }

  function shift(rows: number) {
    setAt({
      active: { ...active, row: active.row + rows },
      anchor: { ...at.anchor, row: at.anchor.row + rows },
    });
  }

  return {
    fields,
    samples,
    canEdit,
    isFull,
    size,
    active,
    block,
    editing,
    shownId,
    chosenIds,
    textOf,
    goTo,
    selectAll: () =>
      setAt({
        anchor: { row: 0, column: 0 },
        active: { row: Math.max(0, samples.length - 1), column: size.columns - 1 },
      }),
    type,
    edit: () => canEdit && type(textOf(active)),
    finish,
    cancel,
    clear,
    paste,
    copied: () => writeCopied(cellsOf({ ...block, bottom: Math.min(block.bottom, samples.length - 1) })),
    undo: store.undo,
    redo: store.redo,
    addRow,
    removeRows,
    duplicateRows,
    moveRows,
    moveRowsTo,
  };
}

export type SampleGrid = ReturnType<typeof useSampleGrid>;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
