import { createHash } from "node:crypto";

/** How many deliveries of one workspace are under way at most, whatever the number of its endpoints. */
const QUEUES = 3;

/**
 * The queue of an endpoint's deliveries, which are sent one after the other. Endpoints of a workspace share a few, so
 * that many slow ones leave room for those of others.
 */
export function deliveryQueue({
  workspaceId,
  endpointId,
}: Record<"workspaceId" | "endpointId", string>): string {
  const lane = createHash("sha256").update(endpointId).digest().readUInt32BE() % QUEUES;
  return `deliveries ${workspaceId} ${lane}`;
}
