import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { cursorText, writeCursor } from "../cursor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { LINK_SELECT, type LinkItem, linkNotFound, liveLinks } from "./link-item";

export const linksFilter = z.strictObject({
  template: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .optional()
    .describe("Only links of this template."),
  search: z
    .string()
    .max(100)
    .refine((text) => !text.includes("\0"), "There is a character in it that no text has.")
    .optional()
    .describe("Only links whose name, key or template has this in it."),
  cursor: cursorText.optional().describe("`nextCursor` of the page before."),
});

export type LinksQuery = z.infer<typeof linksFilter> & { limit: number };
export type LinksPage = { links: LinkItem[]; nextCursor: string | null };

/** Live links within reach, the newest first, a page at a time. */
export async function listLinks(
  scope: Scope,
  { template, search, cursor, limit }: LinksQuery,
): Promise<LinksPage> {
  const rows = await db().link.findMany({
    where: {
      AND: [liveLinks(scope), template === undefined ? {} : { templateId: template }, matching(search)],
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: LINK_SELECT,
  });
  const links = rows.slice(0, limit);
  const last = links.at(-1);
  return {
    links,
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

export async function loadLink(scope: Scope, id: string): Promise<LinkItem> {
  const link = await db().link.findFirst({ where: { AND: [liveLinks(scope), { id }] }, select: LINK_SELECT });
  if (!link) throw linkNotFound();
  return link;
}

function matching(search: string | undefined): Prisma.LinkWhereInput {
  const contains = search?.trim();
  if (!contains) return {};
  const text = { contains, mode: "insensitive" as const };
  return { OR: [{ name: text }, { key: { contains } }, { template: { name: text } }] };
}
