"use client";

import { ArrowDown, ArrowUp, CopyPlus, Trash2 } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuTrigger,
} from "@/components/ui/context-menu";
import { sampleName } from "@/lib/editor/preview-values";
import type { Platform } from "@/lib/editor/shortcuts";
import { valueProblem } from "@/lib/template/value-problem";
import { FieldTypeIcon } from "../fields/field-type-icon";
import { CellEditor } from "./cell-editor";
import { cellForKey, cellForTab, isInside } from "./cells";
import { GridRow } from "./grid-row";
import { useRowGrip } from "./use-row-grip";
import type { SampleGrid } from "./use-sample-grid";

/** The cells, with the keys of a spreadsheet. */
export function SampleGridView({
  grid,
  platform,
  onExit,
}: {
  grid: SampleGrid;
  platform: Platform;
  onExit: () => void;
}) {
  const { fields, samples, size, active, block, editing, canEdit, chosenIds } = grid;
  const table = useRef<HTMLTableElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const { before, onGrip } = useRowGrip(grid);

  useEffect(() => {
    if (!hasFocus) return;
    table.current
      ?.querySelector(`[data-row="${active.row}"][data-column="${active.column}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active.row, active.column, hasFocus]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    // Keys in the table are its own; the editor's would move layers.
    event.stopPropagation();
    const mod = platform === "mac" ? event.metaKey : event.ctrlKey;
    const handled = editing
      ? whileTyping(event)
      : mod
        ? withMod(event)
        : event.altKey
          ? withAlt(event.key)
          : plain(event);
    if (handled) event.preventDefault();
  }

  function whileTyping(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    if (event.key === "Escape") grid.cancel();
    else if (event.key === "Tab") {
      grid.finish();
      return tab(event.shiftKey);
    } else if (event.key === "Enter" && !event.altKey) {
      grid.finish();
      grid.goTo({ ...active, row: active.row + (event.shiftKey ? -1 : 1) });
    } else if (event.key === "Enter") {
      const { selectionStart, selectionEnd, value } = event.currentTarget;
      grid.type(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
    } else return false;
    return true;
  }

  function withMod(event: KeyboardEvent): boolean {
    const to = cellForKey(event.key, active, { ...size, rows: Math.max(1, samples.length) }, true);
    const key = event.key.toLowerCase();
    if (to) grid.goTo(to, { extend: event.shiftKey });
    else if (key === "a") grid.selectAll();
    else if (key === "z") event.shiftKey ? grid.redo() : grid.undo();
    else if (key === "y") grid.redo();
    else if (key === "backspace" || key === "delete") grid.removeRows();
    else return false;
    return true;
  }

  function withAlt(key: string): boolean {
    if (key === "ArrowUp") grid.moveRows(-1);
    else if (key === "ArrowDown") grid.moveRows(1);
    else return false;
    return true;
  }

  function plain(event: KeyboardEvent): boolean {
    const to = cellForKey(event.key, active, size, false);
    if (to) grid.goTo(to, { extend: event.shiftKey });
    else if (event.key === "Tab") return tab(event.shiftKey);
    else if (event.key === "Enter") grid.goTo({ ...active, row: active.row + (event.shiftKey ? -1 : 1) });
    else if (event.key === "F2") grid.edit();
    else if (event.key === "Delete" || event.key === "Backspace") grid.clear();
    else if (event.key === "Escape") onExit();
    else return false;
    return true;
  }

  /** At its ends the table lets Tab go. */
  function tab(back: boolean): boolean {
    const to = cellForTab(active, back ? -1 : 1, size);
    if (to) grid.goTo(to);
    return to !== null;
  }

  function onCopy(event: ClipboardEvent, isCut: boolean) {
    if (editing) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", grid.copied());
    if (isCut) grid.clear();
  }

  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (editing || text === "") return;
    event.preventDefault();
    grid.paste(text);
  }

  const editorFor = (row: number) => {
    if (row !== active.row) return null;
    const field = fields[active.column - 1];
    const text = editing?.text ?? grid.textOf(active);
    const sample = samples[row];
    const called = sample ? sampleName(sample, row) : `row ${row + 1}`;
    const box = (
      <CellEditor
        key={`${active.row} ${active.column}`}
        label={field ? `${field.label || field.key}, ${called}` : `Name of row ${row + 1}`}
        text={text}
        editing={editing !== null}
        problem={field ? valueProblem(text, field) : null}
        isName={field === undefined}
        readOnly={!canEdit}
        wantsFocus={hasFocus}
        onType={grid.type}
        onLeave={grid.finish}
        onKeyDown={onKeyDown}
      />
    );
    return { column: active.column, box };
  };

  return (
    <ContextMenu>
      <ContextMenuTrigger asChild>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked with the arrow keys
          role="grid"
          aria-label="Sample values"
          aria-multiselectable
          aria-rowcount={size.rows + 1}
          aria-colcount={size.columns}
          className="min-w-full border-separate border-spacing-0 text-xs"
          onFocus={() => setHasFocus(true)}
          onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHasFocus(false)}
          onCopy={(event) => onCopy(event, false)}
          onCut={(event) => onCopy(event, canEdit)}
          onPaste={onPaste}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th aria-label="Number" className="sticky top-0 left-0 z-30 w-9 border-b bg-panel" />
              <th
                scope="col"
                className="sticky top-0 left-9 z-30 border-b bg-panel px-2 py-1 text-left font-medium"
              >
                Row
              </th>
              {fields.map((field) => (
                <th
                  key={field.key}
                  scope="col"
                  className="sticky top-0 z-20 border-b border-l bg-panel px-2 py-1 text-left font-normal"
                >
                  <span className="flex items-center gap-1.5">
                    <span className="shrink-0 text-faint [&>svg]:size-3.5">
                      <FieldTypeIcon type={field.type} />
                    </span>
                    <span className="grid min-w-0 leading-tight">
                      <span className="truncate font-medium">{field.label || field.key}</span>
                      <span className="truncate font-mono text-2xs text-faint">{field.key}</span>
                    </span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: size.rows }, (_, row) => {
              const sample = samples[row];
              const inBlock = row >= block.top && row <= block.bottom;
              return (
                <GridRow
                  key={sample?.id ?? "new"}
                  row={row}
                  id={sample?.id}
                  fields={fields}
                  textOf={grid.textOf}
                  selected={inBlock && hasFocus ? block : null}
                  shown={sample !== undefined && sample.id === grid.shownId}
                  dropBefore={before === row}
                  editor={editorFor(row)}
                  typingIn={editing && row === active.row ? active.column : null}
                  onPress={(cell, event) => {
                    if (editing && cell.row === active.row && cell.column === active.column) return;
                    if (event.button === 2 && isInside(block, cell)) return;
                    event.preventDefault();
                    grid.finish();
                    setHasFocus(true);
                    grid.goTo(cell, { extend: event.shiftKey });
                  }}
                  onDragOver={(cell) => editing || grid.goTo(cell, { extend: true })}
                  onEdit={grid.edit}
                  onGrip={canEdit && sample ? (event) => onGrip(row, event) : undefined}
                />
              );
            })}
          </tbody>
        </table>
      </ContextMenuTrigger>
      <ContextMenuContent
        className={classNames((chosenIds.length === 0 || !canEdit) && "hidden")}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          setHasFocus(true);
        }}
      >
        <ContextMenuItem icon={<CopyPlus aria-hidden />} onSelect={grid.duplicateRows}>
          {chosenIds.length > 1 ? `Duplicate ${chosenIds.length} rows` : "Duplicate the row"}
        </ContextMenuItem>
        <ContextMenuItem icon={<ArrowUp aria-hidden />} shortcut="Alt+↑" onSelect={() => grid.moveRows(-1)}>
          Move up
        </ContextMenuItem>
        <ContextMenuItem icon={<ArrowDown aria-hidden />} shortcut="Alt+↓" onSelect={() => grid.moveRows(1)}>
          Move down
        </ContextMenuItem>
        <ContextMenuSeparator />
        <ContextMenuItem
          danger
          icon={<Trash2 aria-hidden />}
          shortcut={platform === "mac" ? "⌘⌫" : "Ctrl+Del"}
          onSelect={grid.removeRows}
        >
          {chosenIds.length > 1 ? `Remove ${chosenIds.length} rows` : "Remove the row"}
        </ContextMenuItem>
      </ContextMenuContent>
    </ContextMenu>
  );
}
