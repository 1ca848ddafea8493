import type { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import type { LinkItem } from "@/lib/server/links/link-item";
import { loadLinkSources } from "../link-sources";
import { type TableConfig, tableConfig } from "../look-up/table-config";
import { announceSource, loadSource, MOST_SOURCES } from "../manage-sources";
import { liveSources, SOURCE_SELECT, type SourceItem, sourceItem, sourceObject } from "../source-item";
import { listSourceLinks } from "../source-links";
import { findTable, lockTable } from "./lock-table";
import type { changeTableInput } from "./table-input";

/** A table with how it is asked. */
export type TableDetails = SourceItem & TableConfig;

/** The workspace's tables, the newest first. */
export async function listTables(scope: Scope): Promise<TableDetails[]> {
  const rows = await db().dataSource.findMany({
    where: { ...liveSources(scope), kind: "table" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SOURCES,
    select: SOURCE_SELECT,
  });
  return rows.map((row) => ({ ...sourceItem(row), ...tableConfig.parse(row.config) }));
}

export async function loadTable(scope: Scope, id: string): Promise<TableDetails> {
  const { config } = await findTable(db(), scope, id);
  return { ...(await loadSource(scope, id)), ...config };
}

/** Changes under which name addresses say whose row is meant; pictures follow within seconds. */
export async function changeTable(
  scope: Scope,
  id: string,
  { param }: z.infer<typeof changeTableInput>,
): Promise<TableDetails> {
  const links = await listSourceLinks(scope, id);
  await requireFree(scope, id, param, links);
  await transaction(async (tx) => {
    const table = await lockTable(tx, scope, id);
    if (table.config.param === param) return;
    await tx.dataSource.updateMany({
      where: { id, workspaceId: scope.workspaceId },
      data: { config: { ...table.config, param } },
    });
    await announceSource(tx, scope, id);
    await recordEvent(tx, scope, "source.edit", sourceObject(table), { param });
  });
  return loadTable(scope, id);
}

/** @throws AppError `conflict` where a link's template shows what would stand there */
async function requireFree(
  scope: Scope,
  id: string,
  param: string,
  links: readonly LinkItem[],
): Promise<void> {
  for (const { id: linkId, template } of links) {
    const { attached, fields } = await loadLinkSources(scope, linkId);
    const mapping = attached.find(({ sourceId }) => sourceId === id)?.mapping ?? {};
    if (Object.hasOwn(mapping, param) || !fields.some(({ key }) => key === param)) continue;
    throw new AppError(
      "conflict",
      `“${template.name}”, which uses this table, has a field “${param}” and would show what stands there. Choose another name.`,
      { path: "/param" },
    );
  }
}
