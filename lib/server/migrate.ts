import { randomUUID } from "node:crypto";
import pg from "pg";
import { AppError } from "@/lib/errors";
import { migrateQueue } from "./jobs/migrate-queue";
import { type Migration, readMigrations } from "./migration-folder";

/** The lock Prisma's own migrations take, so that the two exclude each other too. */
const PRISMA_LOCK = 72_707_369;
const LOCK_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Prisma's table, in Prisma's shape: `prisma migrate deploy` carries on where this left off, and back. */
const HISTORY_TABLE = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

export type MigrationResult = {
  /** Names applied now, oldest first. */
  applied: string[];
  /** Names the database has and the folder lacks: a newer release was here. */
  unknown: string[];
};

type HistoryRow = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null };

/**
 * Brings a database up to the migrations of a folder, and the tables of the job queue with it. Safe to run from any number of processes at once. Each
 * migration is one transaction unless its file says otherwise, so a failed one leaves nothing behind and can be
 * mended and run again. Throws a sentence when one fails, or was changed after it was applied.
 */
export async function migrate(databaseUrl: string, folder: string): Promise<MigrationResult> {
  const migrations = readMigrations(folder);
  const client = await connect(databaseUrl);
  try {
    await takeLock(client);
    await client.query(HISTORY_TABLE);
    const history = await readHistory(client);
    for (const migration of migrations) refuseChanged(migration, history.get(migration.name));
    const pending = migrations.filter((migration) => !history.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    await migrateQueue(databaseUrl);
    const known = new Set(migrations.map((migration) => migration.name));
    return {
      applied: pending.map((migration) => migration.name),
      unknown: [...history.keys()].filter((name) => !known.has(name)),
    };
  } finally {
    await client.end();
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "nameplate migrate",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { host, pathname } = new URL(databaseUrl);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      "unavailable",
      `The database ${pathname.slice(1)} at ${host} cannot be reached: ${reason}. Check DATABASE_URL and that it runs.`,
      { cause },
    );
  }
}

/** Held until the connection ends. */
async function takeLock(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `Another process has been migrating this database for ${LOCK_TIMEOUT_MS / 1000} seconds. Wait for it or end it, then start again.`,
      { cause },
    );
  }
}

async function readHistory(client: pg.Client): Promise<Map<string, HistoryRow>> {
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at, logs FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function refuseChanged(migration: Migration, row: HistoryRow | undefined): void {
  if (!row) return;
  if (row.finished_at === null) {
    throw new AppError(
      "unavailable",
      `The migration ${migration.name} was begun and did not finish${row.logs ? ` (${row.logs})` : ""}. Set right by hand what it left, ` +
        `then delete its row from "_prisma_migrations" to run it again, or set finished_at there to count it as done.`,
    );
  }
  if (row.checksum !== migration.checksum) {
    throw new AppError(
      "unavailable",
      `The migration ${migration.name} was changed after it was applied: the database knows ${row.checksum.slice(0, 12)}, ` +
        `the file is ${migration.checksum.slice(0, 12)}. Put the file back as it was and write the change as a new migration.`,
    );
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = randomUUID();
  try {
    if (migration.transaction) await client.query("BEGIN");
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)`,
      [id, migration.checksum, migration.name],
    );
    await client.query(migration.sql);
    await client.query(
      `UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1`,
      [id],
    );
    if (migration.transaction) await client.query("COMMIT");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (migration.transaction) await client.query("ROLLBACK");
    else await client.query(`UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1`, [id, reason]);
    const after = migration.transaction
      ? "Nothing of it was kept."
      : "It ran outside a transaction; look at what it left.";
    throw new AppError("unavailable", `The migration ${migration.name} failed: ${reason}. ${after}`, {
      cause,
    });
  }
}
