import { newId, newLinkKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import type { Prisma } from "./generated/prisma/client";

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
