import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { cursorText, writeCursor } from "../cursor";
import { db } from "../db";
import { draftFacts } from "./list-templates";
import type { CanvasSize } from "./template-summary";

export const deletedQuery = z.object({
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});
export type DeletedQuery = z.infer<typeof deletedQuery>;

/** A deleted template as the list of them shows it. */
export type DeletedTemplate = {
  id: string;
  name: string;
  /** The project it comes back to. */
  project: string;
  /** Its picture is addressed by it. */
  revision: number;
  size: CanvasSize | null;
  /** Whether it had a link, which comes back with it. */
  published: boolean;
  deletedAt: Date;
};

export type DeletedPage = { templates: DeletedTemplate[]; nextCursor: string | null };

/**
 * Deleted templates, the last deleted first, a page at a time. They are kept for good: mails that were sent go on
 * asking for their links, and whoever wants one back gets it as it was.
 */
export async function listDeletedTemplates(
  scope: Scope,
  { cursor, limit }: DeletedQuery,
): Promise<DeletedPage> {
  const rows = await db().template.findMany({
    where: {
      ...templatesWithin(scope),
      deletedAt: { not: null },
      ...(cursor
        ? { OR: [{ deletedAt: { lt: cursor.at } }, { deletedAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      name: true,
      revision: true,
      deletedAt: true,
      publishedVersionId: true,
      project: { select: { name: true } },
    },
  });
  const page = rows.slice(0, limit);
  const facts = await draftFacts(
    scope,
    page.map(({ id }) => id),
  );
  const templates = page.flatMap(({ deletedAt, publishedVersionId, project, ...row }) =>
    deletedAt === null
      ? []
      : [
          {
            ...row,
            project: project.name,
            size: facts.get(row.id)?.size ?? null,
            published: publishedVersionId !== null,
            deletedAt,
          },
        ],
  );
  const last = templates.at(-1);
  return {
    templates,
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.deletedAt, id: last.id }) : null,
  };
}
