import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId, newLinkKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { liveTemplate, templateNotFound } from "../templates/find-template";
import { LINK_SELECT, type LinkItem, linkObject } from "./link-item";
import { linkSettings, settingsData } from "./link-settings";

/** Links of one template that are live. */
const MOST_LINKS = 200;

/** Makes a link of a template of the scope's workspace, and gives its key. */
export async function createLink(
  tx: Prisma.TransactionClient,
  scope: Scope,
  templateId: string,
  settings: Omit<Prisma.LinkUncheckedCreateInput, "id" | "workspaceId" | "templateId" | "key"> = {},
): Promise<string> {
  const link = await tx.link.create({
    data: { ...settings, id: newId("lnk"), workspaceId: scope.workspaceId, templateId, key: newLinkKey() },
    select: { key: true },
  });
  return link.key;
}

export const addLinkInput = z.strictObject({
  templateId: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/),
  ...linkSettings.shape,
});

/** One more link of a template. `not_found` for a template out of reach, `conflict` past the most there may be. */
export async function addLink(
  scope: Scope,
  { templateId, ...settings }: z.infer<typeof addLinkInput>,
  now = new Date(),
): Promise<LinkItem> {
  return transaction(async (tx) => {
    const template = await tx.template.findFirst({
      where: liveTemplate(scope, templateId),
      select: { name: true, projectId: true },
    });
    if (!template) throw templateNotFound();
    await requireRoom(tx, scope, templateId);
    const key = await createLink(tx, scope, templateId, settingsData(settings, now));
    const link = await tx.link.findUniqueOrThrow({ where: { key }, select: LINK_SELECT });
    await recordEvent(tx, scope, "link.create", linkObject(link, template));
    return link;
  });
}

/** Counts behind a lock that is held to the end of the transaction, so that no two take the last place. */
export async function requireRoom(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  templateId: string,
): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Template" WHERE id = ${templateId} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`;
  const count = await tx.link.count({ where: { workspaceId, templateId, deletedAt: null } });
  if (count < MOST_LINKS) return;
  throw new AppError("conflict", `A template has at most ${MOST_LINKS} links. Delete one that is not used.`);
}
