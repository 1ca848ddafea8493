import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { EventAction } from "./event-actions";
import { type Actor, type AuditedObject, type EventDetails, recordEvents } from "./record-events";

/** Writes down who did what to one object, see `recordEvents`. Gives the event's id. */
export async function recordEvent(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: EventAction,
  object: AuditedObject,
  details: EventDetails = {},
): Promise<string> {
  const [id = ""] = await recordEvents(tx, actor, action, [{ object, details }]);
  return id;
}
