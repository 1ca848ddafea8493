import type { Scope } from "@/lib/accounts/scope";
import { csvRow } from "@/lib/server/csv-row";
import { db } from "@/lib/server/db";
import { openCells, readTableRow, rowKeyHash } from "@/lib/server/source-reads";
import { isEmailDigest } from "../look-up/email-digests";
import { rowNotFound, type TableRow } from "./change-row";
import { findTable, type Table } from "./lock-table";

/** Rows that are read at a time for a file. */
const STEP = 1_000;

/** The row that is found by a key, or, in a table of e-mail addresses, by a digest of one. @throws AppError `not_found` */
export async function findRow(scope: Scope, id: string, key: string): Promise<TableRow> {
  const table = await findTable(db(), scope, id);
  const by = table.config.keyKind === "email" && isEmailDigest(key) ? "alias" : "key";
  const place = { workspaceId: scope.workspaceId, sourceId: id, filling: table.filling };
  const cells = await readTableRow(place, rowKeyHash(id, key), by);
  if (!cells) throw rowNotFound();
  return rowOf(table, cells);
}

export type RowsPage = { rows: TableRow[]; nextCursor: string | null };

/** Rows in the order of the list, those that were added later after them. `after`: the place of the last one seen. */
export async function listRows(
  scope: Scope,
  id: string,
  { after = 0, limit }: { after?: number | undefined; limit: number },
): Promise<RowsPage> {
  const table = await findTable(db(), scope, id);
  const found = await rowsAfter(scope, table, after, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ cells }) => rowOf(table, cells)),
    nextCursor: found.length > limit && last ? String(last.position) : null,
  };
}

/** The table as lines of a CSV file. */
export async function exportTable(
  scope: Scope,
  id: string,
  { raw }: { raw: boolean },
): Promise<AsyncGenerator<string>> {
  const table = await findTable(db(), scope, id);
  async function* lines(): AsyncGenerator<string> {
    yield csvRow(table.columns, { raw });
    for (let after = 0; ; ) {
      const rows = await rowsAfter(scope, table, after, STEP);
      for (const { cells } of rows) {
        yield csvRow(
          table.columns.map((_, index) => cells[index] ?? ""),
          { raw },
        );
      }
      const last = rows.at(-1);
      if (rows.length < STEP || !last) return;
      after = last.position;
    }
  }
  return lines();
}

async function rowsAfter({ workspaceId }: Scope, { id, filling }: Table, after: number, limit: number) {
  const rows = await db().dataRow.findMany({
    where: { workspaceId, sourceId: id, filling, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
    select: { keyHash: true, cells: true, position: true },
  });
  // One that does not open is there, too: it says that it is by being empty.
  return rows.map(({ position, ...row }) => ({ position, cells: openCells(id, row) ?? [] }));
}

function rowOf({ columns, config: { keyColumn } }: Table, cells: readonly string[]): TableRow {
  const values = Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ""]));
  return { key: (values[keyColumn] ?? "").trim(), values };
}
