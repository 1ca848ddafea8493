import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/prisma/client";
import { log } from "./log";
import { processWide, takeProcessWide } from "./process-registry";

/** Long enough for a busy pool, short enough that a dead database is noticed while someone still waits. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * No query of ours takes this long. A connection can be dead without anybody saying so (half open); the client gives
 * such a query up, and the server one that nobody waits for any more.
 */
const QUERY_TIMEOUT_MS = 10_000;

/** What queries are made through: the pool, or the transaction that is under way. */
export type Database = Prisma.TransactionClient;

/** The database of this process; inside `transaction` its connection, outside the pool. Connects at the first query. */
export function db(): Database {
  return underWay().getStore() ?? client();
}

/**
 * Runs all or nothing: what `run` does through `db()` or the client it is given is kept when it returns, and undone
 * when it throws. Inside another transaction it is part of that one. Queries of one transaction take turns; nothing slow
 * that is no query belongs into it. A query that fails dooms the whole of it, so that a unique violation cannot be
 * answered inside: use `skipDuplicates` there.
 */
export function transaction<T>(
  run: (tx: Database) => Promise<T>,
  time: { timeout: number } = TRANSACTION,
): Promise<T> {
  const outer = underWay().getStore();
  if (outer) return run(outer);
  return client().$transaction((tx) => underWay().run(tx, () => run(tx)), { ...TRANSACTION, ...time });
}

/** How long a transaction waits for a connection, and lasts, ms. */
const TRANSACTION = { maxWait: CONNECT_TIMEOUT_MS, timeout: 15_000 };

function underWay(): AsyncLocalStorage<Database> {
  return processWide("transaction", () => new AsyncLocalStorage<Database>());
}

function client(): PrismaClient {
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
