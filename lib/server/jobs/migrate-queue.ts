import { Logger, runMigrations } from "graphile-worker";
import { queueOptions } from "./queue-options";

/** What goes wrong is thrown; the rest is nobody's news, and who migrates has no settings to log by. */
const SILENT = new Logger(() => () => undefined);

/** Brings the tables of the queue, which lie in a schema of their own, to what its package wants. */
export async function migrateQueue(connectionString: string): Promise<void> {
  await runMigrations({ ...queueOptions(), connectionString, logger: SILENT });
}
