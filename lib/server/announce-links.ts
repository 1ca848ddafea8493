import type { Prisma } from "./generated/prisma/client";
import { PUBLISHED_CHANNEL } from "./publish-listener";

/** Keys in one notification: Postgres takes 8,000 bytes. */
const KEYS_AT_ONCE = 100;

/** Tells every process, when the transaction commits, that these links now show something else. */
export async function announceLinks(tx: Prisma.TransactionClient, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    const payload = JSON.stringify(keys.slice(start, start + KEYS_AT_ONCE));
    await tx.$queryRaw`SELECT pg_notify(${PUBLISHED_CHANNEL}, ${payload})::text`;
  }
}
