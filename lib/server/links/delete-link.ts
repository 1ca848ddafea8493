import type { EventAction } from "@/lib/accounts/audit/event-actions";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { announceLinks } from "../announce-links";
import { transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { requireRoom } from "./create-link";
import { type LinkItem, linkNotFound, linkObject, liveLinks, ofLiveTemplates } from "./link-item";
import { loadLink } from "./list-links";

/**
 * Ends a link: its address shows a neutral picture within seconds, and who opened it is forgotten. Deleting a deleted one is `not_found`.
 */
export async function deleteLink(scope: Scope, id: string, now = new Date()): Promise<void> {
  await change(scope, { AND: [liveLinks(scope), { id }] }, { deletedAt: now }, "link.delete");
}

/** Brings a link back, unless its template is deleted: then the template has to come back first. */
export async function restoreLink(scope: Scope, id: string): Promise<LinkItem> {
  await change(scope, { id, ...ofLiveTemplates(scope) }, { deletedAt: null }, "link.restore");
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
      select: {
        id: true,
        key: true,
        templateId: true,
        deletedAt: true,
        template: { select: { name: true, projectId: true } },
      },
    });
    if (!link) throw linkNotFound();
    // Bringing back one that is there changes nothing.
    if (link.deletedAt === data.deletedAt) return;
    if (data.deletedAt === null) await requireRoom(tx, scope, link.templateId);
    await tx.link.updateMany({ where: { id: link.id, workspaceId: scope.workspaceId }, data });
    if (data.deletedAt) {
      await tx.firstOpen.deleteMany({ where: { linkId: link.id, workspaceId: scope.workspaceId } });
    }
    await announceLinks(tx, [link.key]);
    await recordEvent(tx, scope, action, linkObject(link, link.template));
  });
}
