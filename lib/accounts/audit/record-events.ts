import type { Prisma } from "@/lib/server/generated/prisma/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { EventAction } from "./event-actions";

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

/** Who acts where; a scope, or what somebody has who is on their way into a workspace. */
export type Actor = Pick<Scope, "workspaceId" | "userId" | "via">;

export type NewEvent = { object: AuditedObject; details?: EventDetails };

/**
 * Writes down who did the same to several objects, in the transaction that does it: what is rolled back was never done,
 * and what is done is never missing from the log.
 */
export async function recordEvents(
  tx: Prisma.TransactionClient,
  { workspaceId, userId, via }: Actor,
  action: EventAction,
  events: readonly NewEvent[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true } });
  const data = events.map(({ object, details = {} }) => ({
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
  }));
  await tx.auditEvent.createMany({ data });
  return data.map(({ id }) => id);
}
