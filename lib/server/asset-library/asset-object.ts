import type { AuditedObject } from "@/lib/accounts/audit/record-events";

/** A picture as the log of what was done names it. */
export function assetObject({ id, name }: { id: string; name: string }): AuditedObject {
  return { kind: "asset", id, name };
}
