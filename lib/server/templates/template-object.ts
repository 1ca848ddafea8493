import type { AuditedObject } from "@/lib/accounts/audit/record-events";

/** A template as the log of what was done names it. */
export function templateObject({
  id,
  name,
  projectId,
}: {
  id: string;
  name: string;
  projectId: string;
}): AuditedObject {
  return { kind: "template", id, name, projectId };
}
