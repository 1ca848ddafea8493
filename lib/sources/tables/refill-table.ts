import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { TableConfig } from "../look-up/table-config";
import { type FillOptions, fillTable } from "./fill-table";
import type { FillingReport } from "./filling-report";
import { findTable, type Table } from "./lock-table";
import { recordFilling } from "./record-filling";
import { showFilling } from "./show-filling";
import type { TableList } from "./table-list";

/** What another list changes, before it is shown. */
export type Refill = FillingReport & {
  /** The filling it was compared with. */
  over: number;
  added: number;
  changed: number;
  gone: number;
  /** Values that links show and the new list has not. */
  lost: string[];
};

/** Fills another list in beside the shown one and says what it would change. It waits for a day to be shown. */
export async function refillTable(
  scope: Scope,
  id: string,
  wanted: Partial<TableConfig>,
  list: TableList,
  now = new Date(),
  options: FillOptions = {},
): Promise<Refill> {
  const table = await findTable(db(), scope, id);
  const report = await fillTable(scope, id, { ...table.config, ...wanted }, list, now, options);
  await recordFilling(scope, table, report);
  return { ...report, ...(await compare(scope, table, report)) };
}

/** Replaces all rows of a table by those of a list, at once. */
export async function replaceRows(scope: Scope, id: string, list: TableList, now = new Date()) {
  const table = await findTable(db(), scope, id);
  const { filling, notes } = await fillTable(scope, id, table.config, list, now);
  return { source: await showFilling(scope, id, filling, now), notes };
}

async function compare(
  { workspaceId }: Scope,
  { id, filling: over }: Table,
  { filling, rows, columns }: FillingReport,
) {
  const [counts] = await db().$queryRaw<{ common: number; changed: number; before: number }[]>`
    SELECT count(o."keyHash")::int AS common, (count(*) FILTER (WHERE o.print <> n.print))::int AS changed,
      (SELECT rows FROM "DataSource" WHERE id = ${id} AND "workspaceId" = ${workspaceId}) AS before
    FROM "DataRow" n LEFT JOIN "DataRow" o
      ON o."sourceId" = n."sourceId" AND o.filling = ${over} AND o."keyHash" = n."keyHash"
    WHERE n."sourceId" = ${id} AND n.filling = ${filling} AND n."workspaceId" = ${workspaceId}`;
  if (!counts) throw new AppError("unavailable", "The lists could not be compared. Upload yours again.");
  const { common, changed, before } = counts;
  const links = await db().linkSource.findMany({
    where: { sourceId: id, workspaceId, link: { deletedAt: null } },
    select: { mapping: true },
  });
  const shown = links.flatMap(({ mapping }) => Object.values(mapping ?? {}).map(String));
  const lost = [...new Set(shown)].filter((name) => !columns.includes(name));
  return { over, added: rows - common, changed, gone: before - common, lost };
}
