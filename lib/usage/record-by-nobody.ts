import type { EventAction } from "@/lib/accounts/audit/event-actions";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { EventDetails } from "@/lib/accounts/audit/record-events";
import type { Database } from "@/lib/server/db";

/** Writes down what happened to a workspace and no member of it did: the log says so by naming nobody. */
export async function recordByNobody(
  tx: Database,
  workspaceId: string,
  action: EventAction,
  details: EventDetails,
): Promise<void> {
  const workspace = await tx.workspace.findUnique({ where: { id: workspaceId }, select: { name: true } });
  const nobody = { workspaceId, userId: "", via: { kind: "session", sessionId: "" } } as const;
  const object = { kind: "workspace", id: workspaceId, name: workspace?.name ?? "" };
  await recordEvent(tx, nobody, action, object, details);
}
