import { createHash } from "node:crypto";
import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { type CleanUp, cleanUp } from "@/lib/rows/clean-up";
import { type RowMapping, rowMapping } from "@/lib/rows/mapping";
import { type Database, db } from "@/lib/server/db";

/** Kinds of lists that are remembered for a template. */
const MOST = 50;

type Known = { mapping: RowMapping; cleanUps: CleanUp[] };
type Of = { templateId: string; columns: readonly string[] };

/** How a list with these columns was last matched to the template's fields and cleaned up; null: never. */
export async function recallMapping(
  { workspaceId }: Pick<Scope, "workspaceId">,
  { templateId, columns }: Of,
): Promise<Known | null> {
  const known = await db().knownMapping.findFirst({
    where: { workspaceId, templateId, columns: hashOf(columns) },
    select: { mapping: true, cleanUps: true },
  });
  return (
    known && { mapping: rowMapping.parse(known.mapping), cleanUps: z.array(cleanUp).parse(known.cleanUps) }
  );
}

/** Remembers it for the next list with these columns. */
export async function rememberMapping(
  tx: Database,
  { workspaceId }: Pick<Scope, "workspaceId">,
  { templateId, columns }: Of,
  { mapping, cleanUps }: Known,
  now: Date,
): Promise<void> {
  const key = hashOf(columns);
  const known = { mapping, cleanUps, usedAt: now };
  await tx.knownMapping.createMany({
    data: { workspaceId, templateId, columns: key, ...known },
    skipDuplicates: true,
  });
  await tx.knownMapping.updateMany({ where: { workspaceId, templateId, columns: key }, data: known });
  const old = await tx.knownMapping.findMany({
    where: { workspaceId, templateId },
    orderBy: { usedAt: "desc" },
    skip: MOST,
    select: { columns: true },
  });
  if (old.length === 0) return;
  const columnsOfOld = { in: old.map(({ columns: hash }) => hash) };
  await tx.knownMapping.deleteMany({ where: { workspaceId, templateId, columns: columnsOfOld } });
}

/** Names of columns may name people: only a hash of them is kept. */
function hashOf(columns: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(columns)).digest("hex");
}
