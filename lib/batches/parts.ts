import { AppError } from "@/lib/errors";
import { type Database, db } from "@/lib/server/db";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { openPart, type PartRow, sealPart } from "./sealed-part";

/** Rows that are made, and lie, together. */
export const ROWS_A_PART = 50;

/** Parts that are written in one go: a list that is still being read holds no more in memory. */
const PARTS_A_STEP = 10;

/** A batch, by what its parts are found. */
export type PartsOf = { id: string; workspaceId: string };

/** A row with its number, from 1. */
export type NumberedRow = PartRow & { row: number };

/**
 * Writes the rows of a batch that has none, as they come, step by step: a list of any length takes little memory, and
 * no long transaction. The batch has to be there; what is read half stays until the batch is deleted. Gives how many there
 * are, to be written into the batch (`rows`, `parts`).
 */
export async function writeParts(
  { id, workspaceId }: PartsOf,
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<{ rows: number; parts: number }> {
  let count = 0;
  let parts = 0;
  let waiting: PartRow[] = [];

  async function write(): Promise<void> {
    const data = [];
    for (let from = 0; from < waiting.length; from += ROWS_A_PART) {
      const own = waiting.slice(from, from + ROWS_A_PART);
      const firstRow = count - waiting.length + from + 1;
      const cells = sealPart(id, parts, own);
      data.push({ workspaceId, batchId: id, index: parts, firstRow, rows: own.length, cells });
      parts += 1;
    }
    waiting = [];
    if (data.length > 0) await db().batchPart.createMany({ data });
  }

  for await (const cells of rows) {
    waiting.push({ cells: [...cells], leftOut: false });
    count += 1;
    if (waiting.length >= ROWS_A_PART * PARTS_A_STEP) await write();
  }
  await write();
  return { rows: count, parts };
}

/** Rows by their numbers, from one on, at most so many; fewer at the end. */
export async function readRows(batch: PartsOf, from: number, count: number): Promise<NumberedRow[]> {
  const found: NumberedRow[] = [];
  const last = from + count - 1;
  for await (const row of eachRow(batch, from)) {
    if (row.row > last) break;
    found.push(row);
  }
  return found;
}

/** Every row from a number on, part by part. */
export async function* eachRow(batch: PartsOf, from = 1): AsyncGenerator<NumberedRow> {
  for await (const { firstRow, rows } of eachPart(batch, from)) {
    for (const [at, row] of rows.entries()) {
      if (firstRow + at >= from) yield { ...row, row: firstRow + at };
    }
  }
}

export type OpenPart = { index: number; firstRow: number; rows: PartRow[]; outcomes: unknown };

/** Every part that has rows from a number on, a few at a time; with `settled`, only those that somebody has made. */
export async function* eachPart(
  { id, workspaceId }: PartsOf,
  from = 1,
  { settled = false } = {},
): AsyncGenerator<OpenPart> {
  for (let index = partOf(from); ; ) {
    const parts = await db().batchPart.findMany({
      where: {
        ...{ batchId: id, workspaceId, index: { gte: index } },
        ...(settled ? { outcomes: { not: Prisma.DbNull } } : {}),
      },
      orderBy: { index: "asc" },
      take: PARTS_A_STEP,
    });
    for (const part of parts) {
      const { firstRow, outcomes } = part;
      yield { index: part.index, firstRow, rows: openPart(id, part.index, part.cells), outcomes };
      index = part.index + 1;
    }
    if (parts.length < PARTS_A_STEP) return;
  }
}

/** What is to be otherwise in a row. */
export type RowChange = { cells?: ReadonlyMap<number, string>; leftOut?: boolean };

/**
 * Changes cells of a row, by their columns from 0, or whether it is left out, in the transaction that sees to it that the
 * batch is a draft. Who changes another row of the part at this moment waits. Gives the row as it is now, and how many
 * more rows are left out than before (`leftOut` of the batch). @throws AppError `not_found`
 */
export async function changeRow(
  tx: Database,
  { id, workspaceId }: PartsOf,
  row: number,
  { cells, leftOut }: RowChange,
): Promise<{ row: NumberedRow; leftOutMore: number }> {
  const index = partOf(row);
  await tx.$queryRaw`
    SELECT index FROM "BatchPart"
    WHERE "batchId" = ${id} AND "workspaceId" = ${workspaceId} AND index = ${index} FOR UPDATE`;
  const part = await tx.batchPart.findFirst({ where: { batchId: id, workspaceId, index } });
  const rows = part ? openPart(id, index, part.cells) : [];
  const at = part ? row - part.firstRow : 0;
  const known = rows[at];
  if (!known) throw new AppError("not_found", `The list has no row ${row}.`);
  const changed: PartRow = {
    cells: known.cells.map((cell, column) => cells?.get(column) ?? cell),
    leftOut: leftOut ?? known.leftOut,
  };
  rows[at] = changed;
  await tx.batchPart.updateMany({
    where: { batchId: id, workspaceId, index },
    data: { cells: sealPart(id, index, rows) },
  });
  const leftOutMore = Number(changed.leftOut) - Number(known.leftOut);
  return { row: { ...changed, row }, leftOutMore };
}

function partOf(row: number): number {
  return Math.floor((Math.max(1, row) - 1) / ROWS_A_PART);
}
