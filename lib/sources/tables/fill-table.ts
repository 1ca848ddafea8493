import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { LONGEST_KEY } from "@/lib/server/source-reads";
import { requireStorage, takeStorage } from "@/lib/usage/storage-quota";
import type { TableConfig } from "../look-up/table-config";
import { deleteFilling } from "./delete-filling";
import { type FillingReport, NamedRows } from "./filling-report";
import { lockTable } from "./lock-table";
import { type FillingPlace, putRows } from "./put-rows";
import { type StoredRow, storedRow } from "./stored-row";
import { TABLE_LIMITS } from "./table-limits";
import type { TableList } from "./table-list";

/** Rows that one statement writes. */
const STEP = 1_000;

export type FillOptions = {
  /** Whether nobody waits for it any more. */
  isGivenUp?: () => boolean;
  /** Most rows; a test takes fewer. */
  mostRows?: number;
};

/**
 * Reads a list into a new filling of a table, beside the one that is shown, a step at a time: every step is kept by
 * itself, so that no transaction is long. What does not end well leaves nothing, and the shown one as it was.
 */
export async function fillTable(
  scope: Scope,
  sourceId: string,
  config: TableConfig,
  list: TableList,
  now: Date,
  options: FillOptions = {},
): Promise<FillingReport> {
  requireColumn(list.columns, config.keyColumn);
  const place = await beginFilling(scope, sourceId, config, now);
  try {
    const told = await readInto(scope, place, config, list, now, options);
    return await finishFilling(scope, place, list, told, now);
  } catch (error) {
    // In a transaction that failed nothing can be done, nor is there anything to do; the daily work finds the rest.
    await deleteFilling(place).catch((cause) => log().debug({ err: cause }, "a filling is deleted later"));
    throw error;
  }
}

/** @throws AppError `invalid` */
export function requireColumn(columns: readonly string[], keyColumn: string): void {
  if (columns.includes(keyColumn)) return;
  const shown = columns.slice(0, 10).join(", ");
  throw new AppError(
    "invalid",
    `The list has no column “${keyColumn}” that rows could be found by. It has: ${shown}${columns.length > 10 ? " and more" : ""}.`,
    { path: "/keyColumn" },
  );
}

async function beginFilling(
  scope: Scope,
  sourceId: string,
  config: TableConfig,
  now: Date,
): Promise<FillingPlace> {
  return transaction(async (tx) => {
    const { workspaceId } = scope;
    await requireStorage(scope, 0);
    const { filling: shown } = await lockTable(tx, scope, sourceId, { deletedToo: true });
    const { _max } = await tx.dataFilling.aggregate({
      where: { sourceId, workspaceId },
      _max: { filling: true },
    });
    const filling = Math.max(shown, _max.filling ?? 0) + 1;
    await tx.dataFilling.create({
      data: { workspaceId, sourceId, filling, config, createdAt: now },
      select: { filling: true },
    });
    return { workspaceId, sourceId, filling };
  });
}

type Told = { keyless: NamedRows; doubled: NamedRows; noAddress: NamedRows };

async function readInto(
  scope: Scope,
  place: FillingPlace,
  config: TableConfig,
  list: TableList,
  now: Date,
  { isGivenUp = () => false, mostRows = TABLE_LIMITS.rows }: FillOptions,
): Promise<Told> {
  const told: Told = { keyless: new NamedRows(), doubled: new NamedRows(), noAddress: new NamedRows() };
  const column = list.columns.indexOf(config.keyColumn);
  let step = new Map<string, StoredRow & { position: number }>();
  let [number, bytes] = [0, 0];

  async function write(): Promise<void> {
    if (isGivenUp()) throw new AppError("bad_request", "The upload was given up.");
    if (step.size === 0) return;
    for (const hash of await putRows(place, [...step.values()], now))
      told.doubled.add(step.get(hash)?.position ?? 0);
    step = new Map();
    if (bytes > TABLE_LIMITS.bytes) throw tooLarge("of data", TABLE_LIMITS.bytes / 1_000_000, "MB ");
    await requireStorage(scope, bytes);
  }

  for await (const cells of list.rows) {
    number += 1;
    if (number > mostRows) throw tooLarge("rows", mostRows);
    const key = cells[column]?.trim() ?? "";
    if (key === "" || key.length > LONGEST_KEY) {
      told.keyless.add(number);
      continue;
    }
    const length = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (length > TABLE_LIMITS.row) throw tooLongRow(number);
    const row = storedRow(place.sourceId, config, key, list.columns, cells);
    if (config.keyKind === "email" && row.aliases.length === 0) told.noAddress.add(number);
    if (step.has(row.keyHash)) told.doubled.add(number);
    step.set(row.keyHash, { ...row, position: number });
    bytes += row.cells.length;
    if (step.size >= STEP) await write();
  }
  await write();
  return told;
}

async function finishFilling(
  scope: Scope,
  { workspaceId, sourceId, filling }: FillingPlace,
  list: TableList,
  told: Told,
  now: Date,
): Promise<FillingReport> {
  const [{ rows, bytes } = { rows: 0, bytes: 0 }] = await db().$queryRaw<{ rows: number; bytes: number }[]>`
    SELECT count(*)::int AS rows, coalesce(sum(length(cells)), 0)::int AS bytes FROM "DataRow"
    WHERE "sourceId" = ${sourceId} AND filling = ${filling}`;
  if (rows === 0) {
    throw new AppError(
      "invalid",
      "No row of the list has anything in the column that rows are found by. Choose another column.",
      { path: "/keyColumn" },
    );
  }
  const columns = [...list.columns];
  await transaction(async (tx) => {
    await takeStorage(tx, scope, bytes, now);
    await tx.dataFilling.updateMany({
      where: { workspaceId, sourceId, filling },
      data: { rows, bytes, columns, readyAt: now },
    });
  });
  return { filling, columns, rows, notes: [...notesOf(told), ...list.notes()] };
}

function notesOf({ keyless, doubled, noAddress }: Told): string[] {
  const notes = [
    keyless.count > 0 &&
      `${keyless} had nothing to be found by, or something longer than ${LONGEST_KEY} characters, and were left out.`,
    doubled.count > 0 && `${doubled} took the place of earlier ones with the same key.`,
    noAddress.count > 0 &&
      `${noAddress} are found by something that is no e-mail address, so by no digest of one.`,
  ];
  return notes.filter((note) => note !== false);
}

function tooLarge(what: string, most: number, unit = ""): AppError {
  return new AppError(
    "too_large",
    `A table holds at most ${most.toLocaleString("en")} ${unit}${what}; the list has more. Divide it, or leave out what no picture needs.`,
  );
}

function tooLongRow(row: number): AppError {
  return new AppError(
    "too_large",
    `A row holds at most ${TABLE_LIMITS.row.toLocaleString("en")} characters; row ${row.toLocaleString("en")} has more.`,
  );
}
