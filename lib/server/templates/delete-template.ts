import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { announceLinks } from "../announce-links";
import { transaction } from "../db";
import { liveTemplate, loadSummary, templateNotFound } from "./find-template";
import { templateObject } from "./template-object";
import type { TemplateSummary } from "./template-summary";

/**
 * Takes a template out of the workspace; `restoreTemplate` brings it back as it was. Its links stay as tombstones,
 * so that mails already sent get a neutral picture. Deleting a deleted one is `not_found`.
 */
export async function deleteTemplate(scope: Scope, id: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const template = await tx.template.findFirst({
      where: liveTemplate(scope, id),
      select: {
        name: true,
        projectId: true,
        updatedAt: true,
        links: { where: { deletedAt: null }, select: { key: true } },
      },
    });
    if (!template) throw templateNotFound();
    const { count } = await tx.template.updateMany({
      where: liveTemplate(scope, id),
      // Deleting is no edit: an undo must not move the template to the top of the list.
      data: { deletedAt: now, updatedAt: template.updatedAt },
    });
    if (count === 0) throw templateNotFound();
    await tx.link.updateMany({
      where: { templateId: id, workspaceId: scope.workspaceId, deletedAt: null },
      data: { deletedAt: now },
    });
    await announceLinks(
      tx,
      template.links.map((link) => link.key),
    );
    const { name, projectId } = template;
    await recordEvent(tx, scope, "template.delete", templateObject({ id, name, projectId }));
  });
}

/** Undoes a deletion, with the links that went with it. Restoring a live template changes nothing. */
export async function restoreTemplate(scope: Scope, id: string): Promise<TemplateSummary> {
  await transaction(async (tx) => {
    const template = await tx.template.findFirst({
      where: { id, ...templatesWithin(scope) },
      select: { name: true, projectId: true, deletedAt: true, updatedAt: true },
    });
    if (!template) throw templateNotFound();
    if (!template.deletedAt) return;
    const { count } = await tx.template.updateMany({
      where: { id, ...templatesWithin(scope), deletedAt: template.deletedAt },
      data: { deletedAt: null, updatedAt: template.updatedAt },
    });
    const { name, projectId } = template;
    // Where somebody else was quicker it stands in the log already.
    if (count > 0) {
      await recordEvent(tx, scope, "template.restore", templateObject({ id, name, projectId }));
    }
    // Links somebody deleted before are not brought back: only those that went in the same moment.
    const goneWithIt = { templateId: id, workspaceId: scope.workspaceId, deletedAt: template.deletedAt };
    const links = await tx.link.findMany({ where: goneWithIt, select: { key: true } });
    await tx.link.updateMany({ where: goneWithIt, data: { deletedAt: null } });
    await announceLinks(
      tx,
      links.map((link) => link.key),
    );
  });
  return loadSummary(scope, id);
}
