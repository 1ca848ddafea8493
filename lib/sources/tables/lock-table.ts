import type { Scope } from "@/lib/accounts/scope";
import type { Database } from "@/lib/server/db";
import { type TableConfig, tableConfig } from "../look-up/table-config";
import { liveSources, sourceNotFound } from "../source-item";

export type Table = {
  id: string;
  name: string;
  config: TableConfig;
  columns: string[];
  filling: number;
  rows: number;
};

type Which = { deletedToo?: boolean };

/** A table of the scope's workspace. @throws AppError `not_found` */
export async function findTable(
  tx: Database,
  scope: Pick<Scope, "workspaceId">,
  id: string,
  { deletedToo = false }: Which = {},
): Promise<Table> {
  const within = deletedToo ? { workspaceId: scope.workspaceId } : liveSources(scope);
  const row = await tx.dataSource.findFirst({
    where: { ...within, id, kind: "table" },
    select: { id: true, name: true, config: true, columns: true, filling: true, rows: true },
  });
  if (!row) throw sourceNotFound();
  return { ...row, config: tableConfig.parse(row.config) };
}

/** The same, with its changes taking turns until the transaction ends. */
export async function lockTable(
  tx: Database,
  scope: Pick<Scope, "workspaceId">,
  id: string,
  which: Which = {},
): Promise<Table> {
  await tx.$queryRaw`
    SELECT id FROM "DataSource" WHERE id = ${id} AND "workspaceId" = ${scope.workspaceId} FOR NO KEY UPDATE`;
  return findTable(tx, scope, id, which);
}
