import { Pool } from "pg";
import { env } from "./env";
import { log } from "./log";
import { processWide, takeProcessWide } from "./process-registry";

/** Connections of all rate limiters: each of their statements is short. */
const CONNECTIONS = 2;

/** What rate limiters count through, apart from the pool that queries wait in. */
export function rateLimitPool(): Pool {
  return processWide("rate-limit-pool", () => {
    const pool = new Pool({
      connectionString: env().DATABASE_URL,
      max: CONNECTIONS,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
    });
    pool.on("error", ({ message }) => log().warn({ message }, "a connection of the rate limiter was lost"));
    return pool;
  });
}

/** Lets go of the connections, and of the limiters that count through them. */
export async function closeRateLimits(): Promise<void> {
  takeProcessWide("api-rate-limit");
  takeProcessWide("form-limits");
  await takeProcessWide<Pool>("rate-limit-pool")?.end();
}
