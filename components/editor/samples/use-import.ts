"use client";

import { useMemo, useState } from "react";
import type { Field } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import {
  chooseRows,
  guessColumns,
  namesColumns,
  type RowChoice,
  type TableColumn,
} from "@/lib/template/sample-table";
import { valueProblem } from "@/lib/template/value-problem";
import { decodeTable, type Encoding, guessEncoding } from "./decode-table";
import { LARGEST_TABLE } from "./table-file";
import { type Delimiter, readTable, withoutGuard } from "./table-text";

type Source = { name: string; bytes: Uint8Array; encoding: Encoding } | { name: null; text: string };

/** A table on its way in: where it comes from, how it is read, what its columns hold, which of its rows are taken. */
export function useImport(fields: readonly Field[], held: number) {
  const [source, setSource] = useState<Source | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [delimiter, setDelimiter] = useState<Delimiter | null>(null);
  const [headed, setHeaded] = useState<boolean | null>(null);
  const [chosen, setChosen] = useState<readonly TableColumn[] | null>(null);
  const [choice, setChoice] = useState<RowChoice>("first");
  const [replace, setReplace] = useState(false);

  const text =
    source === null ? "" : source.name === null ? source.text : decodeTable(source.bytes, source.encoding);
  const table = useMemo(() => readTable(text, delimiter ?? undefined), [text, delimiter]);
  const [first = []] = table.cells;
  const width = table.cells.reduce((most, row) => Math.max(most, row.length), 0);
  // A first row of which nothing is known is a head all the same when no cell of it could be a number.
  const hasHead =
    headed ??
    (table.cells.length > 1 &&
      (namesColumns(first, fields) || first.every((cell) => !/^[\d\s.,%-]+$/.test(cell))));
  const heads = Array.from({ length: width }, (_, index) =>
    hasHead ? (first[index] ?? "").trim() : `Column ${index + 1}`,
  );
  const guess = hasHead
    ? guessColumns(heads, fields)
    : heads.map((_, index): TableColumn => (fields[index] ? { field: fields[index].key } : null));
  const columns = chosen && chosen.length === width ? chosen : guess;
  const body = useMemo(
    () =>
      table.cells
        .slice(hasHead ? 1 : 0)
        .map((row) => row.map((cell) => withoutGuard(cell.trim())))
        .filter((row) => row.some((cell) => cell !== "")),
    [table, hasHead],
  );
  const room = LIMITS.sampleRows - (replace ? 0 : held);
  const taken = useMemo(() => chooseRows(body, room, choice), [body, room, choice]);
  const keyed = new Map(fields.map((field) => [field.key, field]));
  const unreadable = columns.map((column) => {
    const field = column !== null && column !== "name" ? keyed.get(column.field) : undefined;
    const index = columns.indexOf(column);
    return field ? taken.filter((row) => valueProblem(row[index] ?? "", field) !== null).length : 0;
  });

  function open(next: Source | null) {
    setSource(next);
    setProblem(null);
    setDelimiter(null);
    setHeaded(null);
    setChosen(null);
  }

  async function openFile(file: File) {
    if (file.size > LARGEST_TABLE) {
      const size = Math.round(file.size / 1_000_000);
      setProblem(
        `Expected a table of at most 20 MB, got ${size} MB. Keep some hundred rows of it in a file of its own.`,
      );
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      setProblem(
        "Expected a table as text (CSV), got a spreadsheet or another packed file. Save it as CSV first.",
      );
      return;
    }
    open({ name: file.name, bytes, encoding: guessEncoding(bytes) });
  }

  return {
    source,
    problem,
    table,
    heads,
    hasHead,
    columns,
    body,
    taken,
    room,
    unreadable,
    choice,
    replace,
    openFile,
    openText: (pasted: string) => open({ name: null, text: pasted }),
    reset: () => open(null),
    setEncoding: (encoding: Encoding) => source?.name && setSource({ ...source, encoding }),
    setDelimiter: (next: Delimiter) => {
      setDelimiter(next);
      setChosen(null);
    },
    setHasHead: (next: boolean) => {
      setHeaded(next);
      setChosen(null);
    },
    /** A field stands in one column: another that had it lets it go. */
    setColumn: (index: number, column: TableColumn) =>
      setChosen(columns.map((each, at) => (at === index ? column : sameColumn(each, column) ? null : each))),
    setChoice,
    setReplace,
  };
}

export type Import = ReturnType<typeof useImport>;

function sameColumn(one: TableColumn, other: TableColumn): boolean {
  if (one === null || other === null) return false;
  return one === "name" || other === "name" ? one === other : one.field === other.field;
}
