import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { db, transaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { loadSource, requireSourceRoom } from "../manage-sources";
import { type SourceItem, sourceObject } from "../source-item";
import { type FillOptions, fillTable } from "./fill-table";
import { swapFilling } from "./show-filling";
import type { TableOptions } from "./table-input";
import type { TableList } from "./table-list";

export type NewTable = { source: SourceItem; notes: string[] };

/** Makes a table of a list. It is there when all of it has come; what does not end well leaves nothing. */
export async function createTable(
  scope: Scope,
  { name, ...config }: TableOptions & { name: string },
  list: TableList,
  now = new Date(),
  options: FillOptions = {},
): Promise<NewTable> {
  const { workspaceId } = scope;
  const id = newId("src");
  await transaction(async (tx) => {
    await requireSourceRoom(tx, scope);
    await tx.dataSource.create({
      data: {
        ...{ id, workspaceId, name, config, createdById: scope.userId },
        kind: "table",
        // Nobody's until it is full; what is left of one that never was is deleted like other deleted data.
        deletedAt: now,
      },
      select: { id: true },
    });
  });
  try {
    const { filling, notes } = await fillTable(scope, id, config, list, now, options);
    const source = await transaction(async (tx) => {
      await requireSourceRoom(tx, scope);
      await tx.dataSource.updateMany({ where: { id, workspaceId }, data: { deletedAt: null } });
      const rows = await swapFilling(tx, scope, { id, filling: 0 }, filling, now);
      await recordEvent(tx, scope, "source.create", sourceObject({ id, name }), { rows });
      return loadSource(scope, id, tx);
    });
    return { source, notes };
  } catch (error) {
    await db()
      .dataSource.deleteMany({ where: { id, workspaceId, deletedAt: { not: null } } })
      .catch((cause) => log().debug({ err: cause }, "a table is deleted later"));
    throw error;
  }
}
