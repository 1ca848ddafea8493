import { accessSync, constants, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { AppError } from "@/lib/errors";
import { keptSecret } from "../kept-secret";
import { withFolderLock } from "../process/folder-lock.mjs";
import { type Binaries, packagedBinaries, prepareBinaries } from "./binaries";
import { type Cluster, checkCluster, createCluster, DATABASE_USER } from "./cluster";
import { countHolders, enter, leave } from "./holders";
import { forgetDeadPostmaster, livePostmaster, type Postmaster } from "./postmaster";
import { runAs } from "./run-as";
import { connection, launch, stopServer, waitForAnswer } from "./server-process";

const START_TIMEOUT_MS = 60_000;
const DATABASE = "nameplate";

export type StartPostgresOptions = {
  dataDir: string;
  /** False gives up safety against power loss for speed: for tests only. */
  durable?: boolean;
  /** How long the server may take until it answers; crash recovery counts. */
  timeoutMs?: number;
  /** The folder of the package with the programs; the installed one unless told. */
  packageDir?: string;
};

export type EmbeddedPostgres = Postmaster & {
  /** True when the server ran already: another process's, or left behind by a killed one. */
  adopted: boolean;
  /** Address of a database on this server, the application's own unless named. */
  url: (database?: string) => string;
  /** Ends this use; stops the server unless another living process uses it. */
  stop: () => Promise<void>;
};

type Places = { cluster: Cluster; folder: string; lock: string; holders: string; logFile: string };

/**
 * Gives a running database that lives in `dataDir`/postgres: starts one, or joins the one that already runs there,
 * whoever started it. Any number of processes may ask at once; one server runs, and the last to leave stops it.
 * Throws a sentence when the folder is not ours, the programs are missing, or nothing answers within the time.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<EmbeddedPostgres> {
  const places = placesIn(options.dataDir);
  const { cluster, folder, lock, holders, logFile } = places;
  openFolder(folder);
  const binaries = prepareBinaries(options.packageDir ?? packagedBinaries(), folder, cluster.user);
  const { durable = true, timeoutMs = START_TIMEOUT_MS } = options;
  const password = keptSecret(folder, "password");
  return withFolderLock(lock, async () => {
    checkCluster(cluster, binaries.version);
    const running = await findRunning(cluster, password, timeoutMs);
    if (!running) {
      forgetDeadPostmaster(cluster.folder);
      await createCluster(cluster, binaries.initdb, password, durable);
    }
    const server = running ?? (await launch({ cluster, binaries, password, logFile, durable, timeoutMs }));
    const holder = enter(holders);
    try {
      await createDatabase(server.port, password);
    } catch (error) {
      leave(holders, holder);
      await stopIfUnused(places, binaries);
      throw error;
    }
    return {
      ...server,
      adopted: running !== null,
      url: (database = DATABASE) =>
        `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`,
      stop: async () => {
        leave(holders, holder);
        await withFolderLock(lock, () => stopIfUnused(places, binaries));
      },
    };
  });
}

/**
 * Stops the server of a data folder when no living process uses it: for whoever watches over a process that may
 * be killed. Does nothing where none runs.
 */
export async function stopUnusedPostgres(dataDir: string): Promise<void> {
  const places = placesIn(dataDir);
  if (livePostmaster(places.cluster.folder) === null) return;
  const binaries = prepareBinaries(packagedBinaries(), places.folder, places.cluster.user);
  await withFolderLock(places.lock, () => stopIfUnused(places, binaries));
}

/** Removes the database of a data folder for good. Throws a sentence while a living process uses it. */
export async function removePostgres(dataDir: string): Promise<void> {
  const places = placesIn(dataDir);
  const { cluster, holders, lock, folder } = places;
  const binaries = prepareBinaries(packagedBinaries(), folder, cluster.user);
  await withFolderLock(lock, async () => {
    if (countHolders(holders) > 0) {
      throw new AppError(
        "conflict",
        `The database in ${folder} is in use. Stop what runs on it, then try again.`,
      );
    }
    await stopIfUnused(places, binaries);
    for (const name of readdirSync(folder)) {
      if (join(folder, name) !== lock) rmSync(join(folder, name), { recursive: true, force: true });
    }
  });
}

function placesIn(dataDir: string): Places {
  const folder = join(resolve(dataDir), "postgres");
  return {
    folder,
    cluster: { folder: join(folder, "cluster"), user: runAs() },
    lock: join(folder, "lock"),
    holders: join(folder, "holders"),
    logFile: join(folder, "postgres.log"),
  };
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `The data folder ${folder} cannot be written to by this user. Start as the user who made it, or choose another folder in DATA_DIR.`,
      { cause },
    );
  }
}

async function findRunning(
  cluster: Cluster,
  password: string,
  timeoutMs: number,
): Promise<Postmaster | null> {
  const running = livePostmaster(cluster.folder);
  if (!running) return null;
  if (await waitForAnswer(running, password, Date.now() + timeoutMs)) return running;
  // It was on its way out; what it held is free now.
  if (livePostmaster(cluster.folder) === null) return null;
  throw new AppError(
    "unavailable",
    `A database process (${running.pid}) runs on ${cluster.folder} and does not answer. End it, then try again.`,
  );
}

async function stopIfUnused({ cluster, holders }: Places, binaries: Binaries): Promise<void> {
  const running = livePostmaster(cluster.folder);
  if (running && countHolders(holders) === 0) await stopServer(cluster, running, binaries);
}

async function createDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ ...connection(port, password), database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
