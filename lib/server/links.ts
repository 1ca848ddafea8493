import { z } from "zod";
import type { EventAction } from "@/lib/accounts/audit/event-actions";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId, newLinkKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { ofTemplatesWithin } from "@/lib/accounts/within";
import { AppError } from "@/lib/errors";
import { announceLinks } from "./announce-links";
import { type Cursor, writeCursor } from "./cursor";
import { db, transaction } from "./db";
import type { Prisma } from "./generated/prisma/client";
import { liveTemplate, templateNotFound } from "./templates/find-template";

export type LinkItem = { id: string; key: string; templateId: string; createdAt: Date };

const SELECT = {
  id: true,
  key: true,
  templateId: true,
  createdAt: true,
} as const satisfies Prisma.LinkSelect;

/** Links of one template that are live. */
const MOST_LINKS = 200;

/** Makes a link of a template of the scope's workspace, and gives its key. */
export async function createLink(
  tx: Prisma.TransactionClient,
  scope: Scope,
  templateId: string,
): Promise<string> {
  const link = await tx.link.create({
    data: { id: newId("lnk"), workspaceId: scope.workspaceId, templateId, key: newLinkKey() },
    select: { key: true },
  });
  return link.key;
}

export type LinksQuery = { template?: string | undefined; cursor?: Cursor | undefined; limit: number };

/** Live links within reach, the newest first, a page at a time. */
export async function listLinks(
  scope: Scope,
  { template, cursor, limit }: LinksQuery,
): Promise<{ links: LinkItem[]; nextCursor: string | null }> {
  const rows = await db().link.findMany({
    where: {
      AND: [live(scope), template === undefined ? {} : { templateId: template }],
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: SELECT,
  });
  const links = rows.slice(0, limit);
  const last = links.at(-1);
  return {
    links,
    nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

export async function loadLink(scope: Scope, id: string): Promise<LinkItem> {
  const link = await db().link.findFirst({ where: { AND: [live(scope), { id }] }, select: SELECT });
  if (!link) throw linkNotFound();
  return link;
}

export const addLinkInput = z.strictObject({ templateId: z.string().max(60) });

/** One more link of a template. `not_found` for a template out of reach. */
export async function addLink(scope: Scope, { templateId }: z.infer<typeof addLinkInput>): Promise<LinkItem> {
  return transaction(async (tx) => {
    const template = await tx.template.findFirst({
      where: liveTemplate(scope, templateId),
      select: { ...TEMPLATE, _count: { select: { links: { where: { deletedAt: null } } } } },
    });
    if (!template) throw templateNotFound();
    if (template._count.links >= MOST_LINKS) {
      throw new AppError(
        "conflict",
        `A template has at most ${MOST_LINKS} links. Delete one that is not used.`,
      );
    }
    const key = await createLink(tx, scope, templateId);
    const link = await tx.link.findUniqueOrThrow({ where: { key }, select: SELECT });
    await recordEvent(tx, scope, "link.create", linkObject(link, template));
    return link;
  });
}

/** Ends a link: its address shows a neutral picture within seconds. Deleting a deleted one is `not_found`. */
export async function deleteLink(scope: Scope, id: string, now = new Date()): Promise<void> {
  await change(scope, { AND: [live(scope), { id }] }, { deletedAt: now }, "link.delete");
}

/** Brings a link back, unless its template is deleted: then the template has to come back first. */
export async function restoreLink(scope: Scope, id: string): Promise<LinkItem> {
  await change(scope, { id, ...ofLiveTemplate(scope) }, { deletedAt: null }, "link.restore");
  return loadLink(scope, id);
}

async function change(
  scope: Scope,
  where: Prisma.LinkWhereInput,
  data: { deletedAt: Date | null },
  action: EventAction,
): Promise<void> {
  await transaction(async (tx) => {
    const link = await tx.link.findFirst({
      where,
      select: { id: true, key: true, deletedAt: true, template: { select: TEMPLATE } },
    });
    if (!link) throw linkNotFound();
    // Bringing back one that is there changes nothing.
    if (link.deletedAt === data.deletedAt) return;
    await tx.link.updateMany({ where: { id: link.id, workspaceId: scope.workspaceId }, data });
    await announceLinks(tx, [link.key]);
    await recordEvent(tx, scope, action, linkObject(link, link.template));
  });
}

const TEMPLATE = { name: true, projectId: true } as const;

/** A link as the log of what was done names it: by its template, for its key is what protects it. */
function linkObject({ id }: { id: string }, template: { name: string; projectId: string }) {
  return { kind: "link", id, name: template.name, projectId: template.projectId };
}

function live(scope: Scope): Prisma.LinkWhereInput {
  return { deletedAt: null, ...ofLiveTemplate(scope) };
}

function ofLiveTemplate(scope: Scope): Prisma.LinkWhereInput {
  return { AND: [ofTemplatesWithin(scope), { template: { deletedAt: null } }] };
}

function linkNotFound(): AppError {
  return new AppError("not_found", "There is no such link in this workspace. It may have been deleted.");
}
