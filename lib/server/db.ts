import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { PrismaClient } from "./generated/prisma/client";
import { log } from "./log";
import { processWide, takeProcessWide } from "./process-registry";

/** Long enough for a busy pool, short enough that a dead database is noticed while someone still waits. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * No query of ours takes this long. A connection can be dead without anybody saying so (half open); the client gives
 * such a query up, and the server one that nobody waits for any more.
 */
const QUERY_TIMEOUT_MS = 10_000;

/** The database client of this process; connects at the first query. */
export function db(): PrismaClient {
  return processWide("db", () => createClient(env().DATABASE_URL));
}

/** Closes the pool of this process, if one was opened. The next `db()` opens a new one. */
export async function closeDb(): Promise<void> {
  await takeProcessWide<PrismaClient>("db")?.$disconnect();
}

function createClient(connectionString: string): PrismaClient {
  const pool = {
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
  };
  // Without these listeners a connection lost while idle would end the process.
  // The error holds its whole client, keys included: only what it says is written down.
  const onLost = ({ message }: Error) => log().warn({ message }, "a database connection was lost");
  return new PrismaClient({
    adapter: new PrismaPg(pool, { onPoolError: onLost, onConnectionError: onLost }),
  });
}
