import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { announceLinks } from "@/lib/server/announce-links";
import { type Database, db, transaction } from "@/lib/server/db";
import { lineOfText } from "@/lib/server/line-of-text";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import {
  liveSources,
  SOURCE_SELECT,
  type SourceItem,
  sourceItem,
  sourceNotFound,
  sourceObject,
} from "./source-item";

/** Sources of a workspace that are not deleted. */
const MOST_SOURCES = 100;

export const sourceName = lineOfText(80, "Say what the data is.");
export const renameSourceInput = z.strictObject({ name: sourceName });

/** The workspace's sources, the newest first. */
export async function listSources(scope: Scope): Promise<SourceItem[]> {
  const rows = await db().dataSource.findMany({
    where: liveSources(scope),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SOURCES,
    select: SOURCE_SELECT,
  });
  return rows.map(sourceItem);
}

export async function loadSource(scope: Scope, id: string, tx = db()): Promise<SourceItem> {
  const row = await tx.dataSource.findFirst({ where: { ...liveSources(scope), id }, select: SOURCE_SELECT });
  if (!row) throw sourceNotFound();
  return sourceItem(row);
}

/** Counts behind a lock that is held to the end of the transaction, so that no two take the last place. */
export async function requireSourceRoom(tx: Database, scope: Scope): Promise<void> {
  await lockWorkspace(tx, scope.workspaceId);
  if ((await tx.dataSource.count({ where: liveSources(scope) })) < MOST_SOURCES) return;
  throw new AppError(
    "conflict",
    `A workspace has at most ${MOST_SOURCES} tables and live sources. Delete one that is not used.`,
  );
}

export async function renameSource(
  scope: Scope,
  id: string,
  { name }: z.infer<typeof renameSourceInput>,
): Promise<SourceItem> {
  return transaction(async (tx) => {
    const before = await loadSource(scope, id, tx);
    if (before.name === name) return before;
    await tx.dataSource.updateMany({ where: { ...liveSources(scope), id }, data: { name } });
    await recordEvent(tx, scope, "source.edit", sourceObject({ id, name }), { from: before.name, to: name });
    return loadSource(scope, id, tx);
  });
}

/** Takes a source away: links that use it show the fallbacks of their fields within seconds. */
export async function deleteSource(scope: Scope, id: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const { name } = await loadSource(scope, id, tx);
    await tx.dataSource.updateMany({ where: { ...liveSources(scope), id }, data: { deletedAt: now } });
    await announceSource(tx, scope, id);
    await recordEvent(tx, scope, "source.delete", sourceObject({ id, name }));
  });
}

/** Brings a source back as it was, its links too. Bringing back one that is there changes nothing. */
export async function restoreSource(scope: Scope, id: string): Promise<SourceItem> {
  return transaction(async (tx) => {
    const { workspaceId } = scope;
    const row = await tx.dataSource.findFirst({
      where: { id, workspaceId },
      select: { name: true, deletedAt: true },
    });
    if (!row) throw sourceNotFound();
    if (row.deletedAt !== null) {
      await requireSourceRoom(tx, scope);
      await tx.dataSource.updateMany({ where: { id, workspaceId }, data: { deletedAt: null } });
      await announceSource(tx, scope, id);
      await recordEvent(tx, scope, "source.restore", sourceObject({ id, name: row.name }));
    }
    return loadSource(scope, id, tx);
  });
}

/** Tells every process, when the transaction commits, that links which use the source show something else. */
export async function announceSource(tx: Database, { workspaceId }: Scope, id: string): Promise<void> {
  const links = await tx.link.findMany({
    where: { workspaceId, deletedAt: null, sources: { some: { sourceId: id } } },
    select: { key: true },
  });
  await announceLinks(
    tx,
    links.map(({ key }) => key),
  );
}
