import pg from "pg";
import { log } from "../log";

/**
 * How long ago a job must have been taken before anybody asks whether whoever took it still lives: the time in which a
 * new worker makes itself known.
 */
const TAKEN_AGO = "10 seconds";

/** How often that is asked, ms. */
const EVERY_MS = 5_000;

export type JobFreer = {
  /** Makes workers of this process known as living, for as long as the process lives. */
  know: (workerId: string) => void;
  /** A worker has ended; what it still holds is given to others. */
  forget: (workerId: string) => void;
  stop: () => Promise<void>;
};

/**
 * Gives back jobs of processes that ended without a word, which the queue by itself would hold for four hours. A worker
 * lives while its process holds a lock of the database: the database lets go of it when the process is gone.
 */
export function freeJobsOfTheDead(connectionString: string, everyMs = EVERY_MS): JobFreer {
  const own = new Set<string>();
  /** Those whose lock is held by the present connection. */
  let held = new Set<string>();
  let client: pg.Client | null = null;
  let round: Promise<void> = Promise.resolve();

  async function connected(): Promise<pg.Client> {
    if (client) return client;
    const fresh = new pg.Client({
      connectionString,
      application_name: "nameplate workers",
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    const lost = () => {
      if (client === fresh) client = null;
    };
    fresh.on("error", lost).on("end", lost);
    await fresh.connect();
    client = fresh;
    held = new Set();
    return fresh;
  }

  async function look(): Promise<void> {
    const connection = await connected();
    for (const id of own) {
      if (held.has(id)) continue;
      await connection.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [nameOf(id)]);
      held.add(id);
    }
    for (const id of held) {
      if (own.has(id)) continue;
      await connection.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [nameOf(id)]);
      held.delete(id);
    }
    const { rows } = await connection.query<{ id: string }>(`
      SELECT DISTINCT locked_by AS id FROM (
        SELECT locked_by, locked_at FROM graphile_worker._private_jobs
        UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues
      ) taken WHERE locked_by IS NOT NULL AND locked_at < now() - interval '${TAKEN_AGO}'`);
    for (const { id } of rows) {
      if (own.has(id)) continue;
      const name = nameOf(id);
      const { rows: tried } = await connection.query<{ dead: boolean }>(
        "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS dead",
        [name],
      );
      if (!tried[0]?.dead) continue;
      try {
        await connection.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [[id]]);
      } finally {
        await connection.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]);
      }
      log().warn({ worker: id }, "a process ended in the middle of its work; it is given to others");
    }
  }

  function go(): void {
    round = round.then(look).catch(async (error: Error) => {
      log().debug({ message: error.message }, "jobs of ended processes could not be looked for");
      const broken = client;
      client = null;
      await broken?.end().catch(() => undefined);
    });
  }

  const timer = setInterval(go, everyMs);
  timer.unref();
  return {
    know(workerId) {
      own.add(workerId);
      go();
    },
    forget: (workerId) => void own.delete(workerId),
    async stop() {
      clearInterval(timer);
      await round;
      await client?.end().catch(() => undefined);
    },
  };
}

function nameOf(workerId: string): string {
  return `nameplate ${workerId}`;
}
