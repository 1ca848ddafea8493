import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Actor } from "@/lib/accounts/audit/record-events";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { LONGEST_KEY, openCells, rowKeyHash } from "@/lib/server/source-reads";
import { takeStorage } from "@/lib/usage/storage-quota";
import { rowMemory, rowPlace } from "../look-up/row-memory";
import { sourceObject } from "../source-item";
import { lockTable, type Table } from "./lock-table";
import { putRows } from "./put-rows";
import { rowAliases, storedRow } from "./stored-row";
import type { RowInput } from "./table-input";
import { TABLE_LIMITS } from "./table-limits";

/** A row by the names of its columns; every column has a value, be it empty. */
export type TableRow = { key: string; values: Record<string, string> };

const HOUR_MS = 60 * 60_000;

export type PutOptions = {
  now?: Date;
  /** The key it had, where that changes too. */
  was?: string | undefined;
  /** Whether columns that are left out keep what they have; else they become empty. */
  keepsRest?: boolean;
};

/**
 * Puts a row into a table: a new one, or in the place of the one with its key. The same once more changes nothing. It may
 * be nobody's doing who is in the workspace.
 */
export async function putRow(
  scope: Actor,
  id: string,
  key: string,
  values: RowInput,
  { now = new Date(), was, keepsRest = false }: PutOptions = {},
): Promise<TableRow> {
  const written = requireKey(key);
  const forget: string[] = [];
  const row = await transaction(async (tx) => {
    const size = Object.values(values).reduce((sum, value) => sum + value.length, 0);
    if (size > TABLE_LIMITS.row) {
      throw new AppError(
        "too_large",
        `A row holds at most ${TABLE_LIMITS.row.toLocaleString("en")} characters.`,
      );
    }
    // Before the table: whoever waits for both takes them in this order.
    await takeStorage(tx, scope, size, now);
    const table = await lockTable(tx, scope, id);
    const place = placeOf(scope, table);
    const oldHash = rowKeyHash(id, was ?? written);
    const before = await tx.dataRow.findFirst({
      where: { ...place, keyHash: oldHash },
      select: { keyHash: true, print: true, cells: true, position: true },
    });
    const kept = keepsRest && before ? openCells(id, before) : null;
    const cells = cellsOf(table, written, values).map((cell, at) =>
      Object.hasOwn(values, table.columns[at] ?? "") ? cell : (kept?.[at] ?? cell),
    );
    const stored = storedRow(id, table.config, written, table.columns, cells);
    const moves = oldHash !== stored.keyHash;
    const there = moves
      ? await tx.dataRow.findFirst({
          where: { ...place, keyHash: stored.keyHash },
          select: { position: true },
        })
      : before;
    if (moves && there) {
      throw new AppError(
        "conflict",
        `There is another row with this ${table.config.keyColumn}. Change that one.`,
        {
          path: "/values",
        },
      );
    }
    const shown = {
      key: written,
      values: Object.fromEntries(table.columns.map((name, at) => [name, cells[at] ?? ""])),
    };
    if (!moves && before?.print === stored.print) return shown;
    if (!before && table.rows >= TABLE_LIMITS.rows) {
      const most = TABLE_LIMITS.rows.toLocaleString("en");
      throw new AppError(
        "conflict",
        `A table holds at most ${most} rows. Delete some that nothing asks for.`,
      );
    }
    if (moves) await removeRow(tx, place, oldHash, rowAliases(id, was ?? ""));
    const position = before?.position ?? (await nextPosition(tx, place));
    await putRows(place, [{ ...stored, position }], now);
    await count(tx, place, before ? 0 : 1, stored.cells.length - (before?.cells.length ?? 0));
    forget.push(...hashesOf(table, written), ...(was === undefined ? [] : hashesOf(table, was)));
    await record(tx, scope, table, before ? "changed a row of" : "added a row to", now);
    return shown;
  });
  for (const each of forget) rowMemory().forget(each);
  return row;
}

/** Takes a row out of a table. @throws AppError `not_found` */
export async function deleteRow(scope: Scope, id: string, key: string, now = new Date()): Promise<void> {
  const forget: string[] = [];
  await transaction(async (tx) => {
    const table = await lockTable(tx, scope, id);
    const place = placeOf(scope, table);
    const keyHash = rowKeyHash(id, key);
    const row = await tx.dataRow.findFirst({ where: { ...place, keyHash }, select: { cells: true } });
    if (!row) throw rowNotFound();
    await removeRow(tx, place, keyHash, rowAliases(id, key));
    await count(tx, place, -1, -row.cells.length);
    forget.push(...hashesOf(table, key));
    await record(tx, scope, table, "deleted a row of", now);
  });
  for (const each of forget) rowMemory().forget(each);
}

export function rowNotFound(): AppError {
  return new AppError("not_found", "No row of this table is found by that.");
}

export function requireKey(key: string): string {
  const written = key.normalize("NFC").trim();
  if (written !== "" && written.length <= LONGEST_KEY && !written.includes("\0")) return written;
  throw new AppError(
    "invalid",
    written === ""
      ? "Say what the row is found by."
      : `What a row is found by has at most ${LONGEST_KEY} characters; this has ${written.length}.`,
    { path: "/key" },
  );
}

type Place = { workspaceId: string; sourceId: string; filling: number };

function placeOf({ workspaceId }: Actor, { id, filling }: Table): Place {
  return { workspaceId, sourceId: id, filling };
}

/** @throws AppError `invalid` for a column that is not there, or another key than the row's */
function cellsOf({ columns, config: { keyColumn } }: Table, key: string, values: RowInput): string[] {
  const unknown = Object.keys(values).find((name) => !columns.includes(name));
  if (unknown !== undefined) {
    throw new AppError("invalid", `The table has no column “${unknown}”. It has: ${columns.join(", ")}.`, {
      path: "/values",
    });
  }
  const said = values[keyColumn];
  if (said !== undefined && said.normalize("NFC").trim().toLowerCase() !== key.toLowerCase()) {
    throw new AppError("invalid", `The value of “${keyColumn}” is not what the row is found by.`, {
      path: "/values",
    });
  }
  return columns.map((name) => (name === keyColumn ? (said ?? key) : (values[name] ?? "")));
}

/** Where what was read of a row is remembered, under every name it has. */
function hashesOf({ id, filling }: Table, key: string): string[] {
  return [rowKeyHash(id, key), ...rowAliases(id, key)].map((hash) => rowPlace(id, filling, hash));
}

async function removeRow(tx: Database, place: Place, keyHash: string, aliases: string[]): Promise<void> {
  await tx.dataRow.deleteMany({ where: { ...place, keyHash } });
  await tx.dataAlias.deleteMany({ where: { ...place, keyHash, aliasHash: { in: aliases } } });
}

async function nextPosition(tx: Database, place: Place): Promise<number> {
  const last = await tx.dataRow.findFirst({
    where: place,
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return (last?.position ?? 0) + 1;
}

/** In SQL, so that `updatedAt` stays: links need not be read anew for a row. */
async function count(
  tx: Database,
  { workspaceId, sourceId, filling }: Place,
  rows: number,
  bytes: number,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "DataSource" SET rows = rows + ${rows} WHERE id = ${sourceId} AND "workspaceId" = ${workspaceId}`;
  await tx.$executeRaw`
    UPDATE "DataFilling" SET rows = rows + ${rows}, bytes = bytes + ${bytes}
    WHERE "sourceId" = ${sourceId} AND filling = ${filling} AND "workspaceId" = ${workspaceId}`;
}

/** What a program or the public does is in the log once an hour: it may change thousands of rows. */
async function record(tx: Database, scope: Actor, table: Table, done: string, now: Date): Promise<void> {
  const { workspaceId, userId, via } = scope;
  if (via.kind === "key" || userId === "") {
    const known = await tx.auditEvent.findFirst({
      where: {
        ...{
          workspaceId,
          userId,
          apiKeyId: via.kind === "key" ? via.keyId : null,
          action: "source.fill",
          objectId: table.id,
        },
        at: { gt: new Date(now.getTime() - HOUR_MS) },
        details: { path: ["done"], equals: done },
      },
      select: { id: true },
    });
    if (known) return;
  }
  await recordEvent(tx, scope, "source.fill", sourceObject(table), { done });
}
