import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { cursorText, writeCursor } from "../cursor";
import { db } from "../db";
import { foldText } from "../fold-text";
import {
  canvasSize,
  type DraftFacts,
  SUMMARY_SELECT,
  type TemplateSummary,
  templateSummary,
} from "./template-summary";

export const templatesQuery = z.object({
  project: z.string().max(60).optional(),
  /** Part of a name, upper and lower case alike. */
  search: z.string().trim().max(120).optional(),
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});
export type TemplatesQuery = z.infer<typeof templatesQuery>;

export type TemplatePage = { templates: TemplateSummary[]; nextCursor: string | null };

/** The workspace's templates, the last changed first, a page at a time. */
export async function listTemplates(scope: Scope, query: TemplatesQuery): Promise<TemplatePage> {
  const { project, search, cursor, limit } = query;
  const found = search ? await idsByName(scope, search) : null;
  const rows = await db().template.findMany({
    where: {
      ...templatesWithin(scope),
      deletedAt: null,
      // Beside what is within reach, not in its place.
      ...(project ? { AND: { projectId: project } } : {}),
      ...(found ? { id: { in: found } } : {}),
      ...(cursor
        ? { OR: [{ updatedAt: { lt: cursor.at } }, { updatedAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: SUMMARY_SELECT,
  });
  const page = rows.slice(0, limit);
  const facts = await draftFacts(
    scope,
    page.map((row) => row.id),
  );
  const last = page.at(-1);
  return {
    templates: page.map((row) => templateSummary(row, facts.get(row.id))),
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.updatedAt, id: last.id }) : null,
  };
}

/**
 * Templates whose name holds the text, accents and case aside. Compared here, not in the database: how well that
 * knows other alphabets depends on how it was set up. The names of one workspace are few.
 */
async function idsByName(scope: Scope, search: string): Promise<string[]> {
  const wanted = foldText(search);
  const rows = await db().template.findMany({
    where: { ...templatesWithin(scope), deletedAt: null },
    select: { id: true, name: true },
  });
  return rows.filter((row) => foldText(row.name).includes(wanted)).map((row) => row.id);
}

type FactsRow = { id: string; width: unknown; height: unknown; kitRevision: number | null };

/** What is in drafts, without loading the drafts. A damaged draft has no size. */
export async function draftFacts(scope: Scope, ids: readonly string[]): Promise<Map<string, DraftFacts>> {
  if (ids.length === 0) return new Map();
  const { workspaceId } = scope;
  const rows = await db().$queryRaw<FactsRow[]>`
    SELECT id, draft->'width' AS width, draft->'height' AS height,
      CASE WHEN draft->>'backgroundToken' IS NOT NULL OR jsonb_path_exists(draft, '$.layers.**.tokens.*')
        THEN coalesce((SELECT revision FROM "BrandKit" WHERE "workspaceId" = ${workspaceId}), 0) END AS "kitRevision"
    FROM "Template"
    WHERE "workspaceId" = ${workspaceId} AND id = ANY(${[...ids]})`;
  return new Map(
    rows.map(({ id, kitRevision, ...size }) => [
      id,
      { size: canvasSize.safeParse(size).data ?? null, kitRevision },
    ]),
  );
}
