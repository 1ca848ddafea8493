import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { PrismaClient } from "./generated/prisma/client";
import { log } from "./log";
import { processWide, takeProcessWide } from "./process-registry";

/** Long enough for a busy pool, short enough that a dead database is noticed while someone still waits. */
const CONNECT_TIMEOUT_MS = 5_000;

/** The database client of this process; connects at the first query. */
export function db(): PrismaClient {
  return processWide("db", () => createClient(env().DATABASE_URL));
}

/** Closes the pool of this process, if one was opened. The next `db()` opens a new one. */
export async function closeDb(): Promise<void> {
  await takeProcessWide<PrismaClient>("db")?.$disconnect();
}

function createClient(connectionString: string): PrismaClient {
  const pool = { connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  // Without these listeners a connection lost while idle would end the process.
  const onLost = (error: Error) => log().warn({ err: error }, "a database connection was lost");
  return new PrismaClient({
    adapter: new PrismaPg(pool, { onPoolError: onLost, onConnectionError: onLost }),
  });
}
