"use client";

import { type FormEvent, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { findRow, type TableItem, type TableRow } from "../api/sources";
import { Button } from "../ui/button";
import { SearchInput } from "../ui/search-input";

export type RowSearchProps = {
  workspace: string;
  table: TableItem;
  canEdit: boolean;
  onFound: (row: TableRow) => void;
};

/** Finds a row as a picture finds it. */
export function RowSearch({ workspace, table, canEdit, onFound }: RowSearchProps) {
  const [key, setKey] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (key.trim() === "") return;
    setBusy(true);
    setSaid(undefined);
    try {
      onFound(await findRow(workspace, table.id, key));
    } catch (error) {
      setSaid(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="mb-4 flex flex-wrap items-center gap-2">
      <SearchInput
        aria-label={`Find a row by “${table.keyColumn}”`}
        placeholder={`Find by ${table.keyColumn}`}
        value={key}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        className="w-full sm:w-72"
        onChange={(event) => {
          setKey(event.target.value);
          setSaid(undefined);
        }}
      />
      <Button type="submit" busy={busy}>
        {canEdit ? "Find row" : "Look up"}
      </Button>
      <p role="status" className="text-muted text-sm">
        {said ?? ""}
      </p>
    </form>
  );
}
