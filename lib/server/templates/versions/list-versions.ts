import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../../db";
import { LARGEST_INTEGER } from "../../largest-integer";
import { liveTemplate, templateNotFound } from "../find-template";

export const versionsQuery = z.object({
  /** Only versions before this number: the last one of the page before. */
  before: z.coerce.number().int().min(1).max(LARGEST_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type VersionsQuery = z.infer<typeof versionsQuery>;

/** A published version as lists show it. */
export type VersionSummary = {
  number: number;
  /** The draft revision it froze. */
  revision: number;
  note: string;
  createdAt: Date;
  /** Name of whoever published it; null when they have no account any more. */
  by: string | null;
  /** Whether links show it. */
  live: boolean;
};

export type VersionPage = { versions: VersionSummary[]; more: boolean };

/** The published versions of a template, the newest first, a page at a time. Three queries, however many there are. */
export async function listVersions(
  scope: Scope,
  id: string,
  { before, limit }: VersionsQuery,
): Promise<VersionPage> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { publishedVersionId: true },
  });
  if (!template) throw templateNotFound();
  const rows = await db().templateVersion.findMany({
    where: {
      templateId: id,
      workspaceId: scope.workspaceId,
      ...(before === undefined ? {} : { number: { lt: before } }),
    },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: { id: true, number: true, revision: true, note: true, createdAt: true, createdById: true },
  });
  const page = rows.slice(0, limit);
  const people = await db().user.findMany({
    where: { id: { in: [...new Set(page.map((row) => row.createdById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    versions: page.map(({ id: versionId, createdById, ...row }) => ({
      ...row,
      by: names.get(createdById) ?? null,
      live: versionId === template.publishedVersionId,
    })),
    more: rows.length > limit,
  };
}
