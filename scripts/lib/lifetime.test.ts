import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { describeProcess } from "@/lib/server/process/describe-process.mjs";
import { compileEntries } from "./compile.mjs";

vi.setConfig({ testTimeout: 120_000 });

/** A server that needs a moment to drain, notes when it is done, and has a helper of its own. */
const SERVER = `
  import { spawn } from "node:child_process";
  import { writeFileSync } from "node:fs";
  const helper = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  process.on("SIGTERM", () => setTimeout(() => {
    writeFileSync(process.argv[2], process.kill(Number(process.argv[3]), 0) ? "drained with the database there" : "");
    process.exit(0);
  }, 300));
  process.send({ helper: helper.pid });
`;

/** What npm start does, with a stand-in for the server: a database, a child, and waiting. */
const COMMAND = `
  const [, , scripts, folder] = process.argv;
  const { withLifetime } = await import(scripts + "/lifetime.mjs");
  const { BUILD_DIR } = await import(scripts + "/project.mjs");
  const { startPostgres } = await import(BUILD_DIR + "/postgres.mjs");
  await withLifetime(async (lifetime) => {
    lifetime.keeper.database(folder);
    lifetime.keeper.folder(folder + "/temporary");
    const database = await startPostgres({ dataDir: folder, durable: false });
    lifetime.atEnd(() => database.stop());
    const server = lifetime.fork(folder + "/server.mjs", { args: [folder + "/drained", String(database.pid)] });
    const { helper } = await new Promise((done) => server.once("message", done));
    console.log("PIDS " + JSON.stringify({ database: database.pid, server: server.pid, helper }));
    return new Promise((done) => server.once("exit", (code) => done(code ?? 1)));
  }, { signalCode: () => 0 });
`;

let folder: string;
beforeAll(() => compileEntries(["postgres"]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nameplate-lifetime-"));
  writeFileSync(join(folder, "server.mjs"), SERVER);
  writeFileSync(join(folder, "command.mjs"), COMMAND);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Running = { child: ChildProcess; pids: Record<string, number>; code: Promise<number | null> };

async function start(env: Record<string, string> = {}, shell = false): Promise<Running> {
  const args = [join(folder, "command.mjs"), import.meta.dirname, folder];
  const { npm_lifecycle_event: _, ...rest } = process.env;
  const options = { env: { ...rest, ...env } };
  const child = shell
    ? // npm's way: a parent, a shell between, the command.
      spawn("sh", ["-c", `sh -c '"$0" "$@"; true' "$0" "$@" & wait`, process.execPath, ...args], {
        ...options,
        stdio: ["ignore", "pipe", "inherit"],
      })
    : spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const code = new Promise<number | null>((done) => child.once("exit", done));
  let said = "";
  const pids = await new Promise<Record<string, number>>((done, fail) => {
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      const found = /PIDS (.*)\n/.exec(said);
      if (found?.[1]) done(JSON.parse(found[1]));
    });
    code.then((ended) => fail(new Error(`ended with ${ended}: ${said}`)));
  });
  return { child, pids, code };
}

async function expectAllStopped(pids: Record<string, number>): Promise<void> {
  const left = () => Object.entries(pids).filter(([, pid]) => describeProcess(pid) !== null);
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  // The server drained first, while its database was still there.
  expect(readFileSync(join(folder, "drained"), "utf8")).toBe("drained with the database there");
  expect(existsSync(join(folder, "postgres", "cluster", "postmaster.pid"))).toBe(false);
}

describe.skipIf(process.platform === "win32")("everything a command started is stopped", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s", async (signal) => {
    const { child, pids, code } = await start();
    child.kill(signal);
    expect(await code).toBe(0);
    await expectAllStopped(pids);
  });

  test("when the process that holds its channel goes", async () => {
    const { child, pids, code } = await start();
    child.disconnect();
    expect(await code).toBe(0);
    await expectAllStopped(pids);
  });

  test("when it is killed without a chance to stop anything", async () => {
    const { child, pids } = await start();
    child.kill("SIGKILL");
    await expectAllStopped(pids);
  });

  test("when npm is killed and leaves it behind", async () => {
    const { child, pids } = await start({ npm_lifecycle_event: "start" }, true);
    child.kill("SIGKILL");
    await expectAllStopped(pids);
  });

  test("when its server ends by itself, with the server's exit code", async () => {
    const { pids, code } = await start();
    writeFileSync(join(folder, "drained"), "drained with the database there");
    process.kill(pids.server ?? 0, "SIGKILL");
    expect(await code).not.toBe(0);
    await expectAllStopped(pids);
  });
});
