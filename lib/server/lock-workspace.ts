import type { Database } from "./db";

/**
 * Takes turns with everybody else who does so for this workspace, until the transaction ends. Rows that only point at the
 * workspace, such as new templates, do not wait.
 */
export async function lockWorkspace(tx: Database, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
}
