import { closeSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import pg from "pg";
import { AppError } from "@/lib/errors";
import { describeProcess } from "../process/describe-process.mjs";
import { processTicket, ticketIsLive } from "../process/process-ticket.mjs";
import type { Binaries } from "./binaries";
import { type Cluster, DATABASE_USER, pathFor } from "./cluster";
import { freePort } from "./free-port";
import type { Postmaster } from "./postmaster";
import { runProgram, untilEnd } from "./run-program";

const POLL_MS = 30;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const LAUNCH_TRIES = 5;
/** Fast shutdown ends sessions at once; past this something hangs, and harder signals follow. */
const STOP_TIMEOUT_MS = 20_000;

export type Launch = {
  cluster: Cluster;
  binaries: Binaries;
  password: string;
  logFile: string;
  /** False gives up safety against power loss for speed: for tests only. */
  durable: boolean;
  timeoutMs: number;
};

/** Starts a server on the cluster and waits until it answers. The caller holds the folder's lock. */
export async function launch(options: Launch): Promise<Postmaster> {
  const deadline = Date.now() + options.timeoutMs;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const logStart = trimLog(options.logFile);
    const child = runServer(options, port);
    const pid = child.pid ?? 0;
    let ended: string | null = null;
    child.once("error", (error) => {
      ended = error.message;
    });
    child.once("exit", (code, signal) => {
      ended = `it ended with ${signal ?? `code ${code}`}`;
    });
    child.unref();
    const ready = await waitForAnswer({ pid, port }, options.password, deadline, () => ended !== null);
    if (ready) return { pid, port };
    if (ended === null) child.kill("SIGKILL");
    const said = readFileSync(options.logFile, "utf8").slice(logStart);
    // Someone took the port meanwhile, or the last server's own processes are still letting go of its memory.
    const passing = /Address already in use|could not bind|shared memory block .* is still in use/.test(said);
    if (!passing || attempt === LAUNCH_TRIES || Date.now() > deadline) {
      const why = ended ?? `it did not answer within ${options.timeoutMs / 1000} seconds`;
      const tail = said.trim().split("\n").slice(-8).join("\n");
      throw new AppError(
        "unavailable",
        `The database did not start: ${why}. Its log, ${options.logFile}, says:\n${tail}`,
      );
    }
    await pause(500);
  }
}

function runServer({ cluster, binaries, logFile, durable }: Launch, port: number) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const output = openSync(logFile, "a", 0o600);
  try {
    return runProgram({
      file: binaries.postgres,
      args: [
        "-D",
        pathFor(cluster),
        ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      cwd: cluster.folder,
      user: cluster.user,
      output,
    });
  } finally {
    closeSync(output);
  }
}

/** Waits until a server takes connections. False when it ends, or the time is over, before it does. */
export async function waitForAnswer(
  { pid, port }: Postmaster,
  password: string,
  deadline: number,
  hasEnded: () => boolean = () => describeProcess(pid) === null,
): Promise<boolean> {
  while (!hasEnded() && Date.now() < deadline) {
    const client = new pg.Client({
      ...connection(port, password),
      database: "postgres",
      connectionTimeoutMillis: 2_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === "28P01") {
        throw new AppError(
          "unavailable",
          "The database of this data folder refuses the password kept beside it. Put the former password file back, or remove the folder to begin anew.",
        );
      }
      await pause(POLL_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** Stops a server: fast shutdown first, harder after a time limit. Returns when its process is gone. */
export async function stopServer(
  cluster: Cluster,
  postmaster: Postmaster,
  binaries: Binaries,
): Promise<void> {
  const ticket = processTicket(postmaster.pid);
  if (process.platform === "win32") {
    const args = ["stop", "-m", "fast", "-D", cluster.folder];
    await untilEnd(
      runProgram({ file: binaries.pgCtl, args, cwd: cluster.folder, user: null }),
      STOP_TIMEOUT_MS,
    );
    return;
  }
  // Fast, immediate, and what cannot be ignored (Postgres: "Shutting Down the Server").
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try {
      process.kill(postmaster.pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (!ticketIsLive(ticket)) return;
      await pause(POLL_MS);
    }
  }
  throw new AppError("unavailable", `The database, process ${postmaster.pid}, could not be stopped.`);
}

export function connection(port: number, password: string) {
  return { host: "127.0.0.1", port, user: DATABASE_USER, password };
}

function trimLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  truncateSync(logFile, 0);
  return 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
