import type { Prisma } from "@/lib/server/generated/prisma/client";
import { newId } from "../ids";
import type { Action } from "../permissions";
import type { Scope } from "../scope";

export type AuditedObject = {
  /** Such as `template`, `member`, `key`. */
  kind: string;
  id: string;
  /** As it is called at this moment. */
  name: string;
  projectId?: string | null;
};

/** Facts of a change that a reader of the log wants, such as the role before and after. Never a secret. */
export type EventDetails = Record<string, string | number | boolean | null | string[]>;

/**
 * Writes down who did what, in the transaction that does it: what is rolled back was never done, and what is done is
 * never missing from the log.
 */
export async function recordEvent(
  tx: Prisma.TransactionClient,
  scope: Scope,
  action: Action,
  object: AuditedObject,
  details: EventDetails = {},
): Promise<void> {
  const { workspaceId, userId, via } = scope;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true } });
  await tx.auditEvent.create({
    data: {
      id: newId("evt"),
      workspaceId,
      userId,
      userName: user?.name ?? "",
      apiKeyId: via.kind === "key" ? via.keyId : null,
      action,
      objectKind: object.kind,
      objectId: object.id,
      objectName: object.name,
      projectId: object.projectId ?? null,
      details,
    },
    select: { id: true },
  });
}
