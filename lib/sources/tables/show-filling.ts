import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, transaction } from "@/lib/server/db";
import { addJob } from "@/lib/server/jobs/add-job";
import { announceSource, loadSource } from "../manage-sources";
import { type SourceItem, sourceObject } from "../source-item";
import { GRACE_MS } from "./delete-old-fillings";
import { lockTable } from "./lock-table";

/**
 * Shows a list that was filled in: it takes the shown one's place at once, for every process, with its columns and how it
 * is asked. Showing the shown one changes nothing. `over`: the one it was compared with; left out: whichever is shown.
 */
export async function showFilling(
  scope: Scope,
  id: string,
  filling: number,
  now = new Date(),
  over?: number,
): Promise<SourceItem> {
  return transaction(async (tx) => {
    const table = await lockTable(tx, scope, id);
    if (table.filling === filling) return loadSource(scope, id, tx);
    if (over !== undefined && over !== table.filling) {
      throw new AppError(
        "conflict",
        "Another list was shown meanwhile. Upload this one again to see what it changes now.",
      );
    }
    const rows = await swapFilling(tx, scope, table, filling, now);
    await recordEvent(tx, scope, "source.fill", sourceObject(table), { rows });
    return loadSource(scope, id, tx);
  });
}

/** Gives up a list that waits to be shown. Its rows are deleted soon; giving up what is not there is nothing. */
export async function dropFilling(
  scope: Scope,
  id: string,
  filling: number,
  now = new Date(),
): Promise<void> {
  await transaction(async (tx) => {
    const table = await lockTable(tx, scope, id);
    if (table.filling === filling) {
      throw new AppError("conflict", "This list is shown already, so it cannot be given up.");
    }
    const place = { workspaceId: scope.workspaceId, sourceId: id, filling };
    const { count } = await tx.dataFilling.updateMany({
      where: { ...place, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) return;
    await addJob(tx, "delete_filling", place, { name: `delete ${id} ${filling}` });
    await recordEvent(tx, scope, "source.fill", sourceObject(table), { done: "gave up a new list of" });
  });
}

/** Points a table, whose lock is held, at another filling. Gives how many rows that has. */
export async function swapFilling(
  tx: Database,
  scope: Scope,
  { id, filling: old }: { id: string; filling: number },
  filling: number,
  now: Date,
): Promise<number> {
  const place = { workspaceId: scope.workspaceId, sourceId: id };
  const next = await tx.dataFilling.findFirst({
    where: { ...place, filling, readyAt: { not: null }, endedAt: null },
    select: { config: true, columns: true, rows: true },
  });
  if (!next) {
    throw new AppError("not_found", "There is no such list any more: it was given up, or waited for a day.");
  }
  const { config, columns, rows } = next;
  await tx.dataSource.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { filling, columns, rows, config: config ?? {}, filledAt: now },
    select: { id: true },
  });
  const ended = await tx.dataFilling.updateMany({
    where: { ...place, filling: old },
    data: { endedAt: now },
  });
  if (ended.count > 0) {
    // Not at once: other processes ask the old list until they hear of the new one.
    const runAt = new Date(now.getTime() + GRACE_MS);
    await addJob(tx, "delete_filling", { ...place, filling: old }, { runAt, name: `delete ${id} ${old}` });
  }
  await announceSource(tx, scope, id);
  return rows;
}
