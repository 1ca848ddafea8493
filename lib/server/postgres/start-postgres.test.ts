import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { describeProcess } from "../process/describe-process.mjs";
import { packagedBinaries } from "./binaries";
import {
  removePostgres,
  type StartPostgresOptions,
  startPostgres,
  stopUnusedPostgres,
} from "./start-postgres";
import { compileLauncher, startElsewhere } from "./testing/other-process";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;
/** Anybody but root, to whom a test that runs as root can hand a start. */
const PERSON = somebody();
const NAMELESS = { uid: 54321, gid: 54321 };

/** Postgres itself overlooks a process it may not signal: a stranger has to be of its own user to be in the way. */
const SERVERS_USER = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

vi.setConfig({ testTimeout: 120_000 });

function somebody(): { uid: number; gid: number } {
  const users = isRoot ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  const ids = users.map((line) => line.split(":").slice(2, 4).map(Number));
  const [uid = NOBODY, gid = NOBODY] = ids.find(([id = 0]) => id > 0 && id < NOBODY) ?? [];
  return { uid, gid };
}

let dataDir: string;
let cluster: string;
let options: StartPostgresOptions;
let launcher: Awaited<ReturnType<typeof compileLauncher>>;

beforeAll(async () => {
  launcher = await compileLauncher();
});
afterAll(() => launcher.remove());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "nameplate-data-"));
  chmodSync(dataDir, 0o755);
  cluster = join(dataDir, "postgres", "cluster");
  options = { dataDir, durable: false, packageDir: packagedBinaries() };
});
afterEach(async () => {
  await stopUnusedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0] ?? [];
  } finally {
    await client.end();
  }
}

const isGone = (pid: number) => describeProcess(pid) === null;

describe("a first start", () => {
  test("gives an UTF-8 database in C order, on loopback alone, by password, in a process group of its own", async () => {
    const database = await startPostgres(options);
    const url = database.url();
    expect(
      await ask(
        url,
        "SELECT current_setting('server_encoding'), datcollate, datctype FROM pg_database WHERE datname = current_database()",
      ),
    ).toEqual(["UTF8", "C", "C"]);
    expect(
      await ask(
        url,
        "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('TimeZone')",
      ),
    ).toEqual(["127.0.0.1", "", "UTC"]);
    expect(
      await ask(url, "SELECT count(*)::int FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"),
    ).toEqual([0]);
    expect(await ask(url, "SELECT 'Щёголева Nguyễn Łódź O''Neil'")).toEqual(["Щёголева Nguyễn Łódź O'Neil"]);
    const password = readFileSync(join(dataDir, "postgres", "password"), "utf8").trim();
    expect(Buffer.from(password, "base64url")).toHaveLength(32);
    expect(statSync(join(dataDir, "postgres", "password")).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(password, "guess"), "SELECT 1")).rejects.toThrow(
      /password authentication failed/,
    );
    expect(database.port).toBeLessThan(32_768);
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${database.pid}/stat`, "utf8").split(") ")[1]?.split(" ");
      expect(stat?.[2]).toBe(String(database.pid));
    }
    await database.stop();
    expect(isGone(database.pid)).toBe(true);
    expect(existsSync(join(cluster, "postmaster.pid"))).toBe(false);
  });

  test("interrupted while it makes the cluster leaves nothing half made", async () => {
    const first = startElsewhere(launcher.folder, options);
    await expect
      .poll(
        () =>
          existsSync(join(dataDir, "postgres")) &&
          readdirSync(join(dataDir, "postgres")).some((name) => name.startsWith("cluster.")),
        { interval: 5, timeout: 10_000 },
      )
      .toBe(true);
    await first.kill();
    expect(existsSync(cluster)).toBe(false);
    const database = await startPostgres(options);
    expect(await ask(database.url(), "SELECT 1")).toEqual([1]);
    await database.stop();
  });
});

describe("what a killed server left", () => {
  test("a stale note of its process is no hindrance, and nothing committed is lost", async () => {
    const first = await startPostgres({ ...options, durable: true });
    await ask(first.url(), "CREATE TABLE kept AS SELECT 'Nguyễn' AS name");
    process.kill(first.pid, "SIGKILL");
    await expect.poll(() => isGone(first.pid)).toBe(true);
    expect(existsSync(join(cluster, "postmaster.pid"))).toBe(true);
    const second = await startPostgres(options);
    expect(second).toMatchObject({ adopted: false });
    expect(await ask(second.url(), "SELECT name FROM kept")).toEqual(["Nguyễn"]);
    await second.stop();
    await first.stop();
  });

  test("a note whose process id belongs to another program by now is no hindrance", async () => {
    await (await startPostgres(options)).stop();
    const bystander = spawn("sleep", ["60"], { cwd: cluster, ...SERVERS_USER });
    writeFileSync(join(cluster, "postmaster.pid"), `${bystander.pid}\n${cluster}\n1\n31999\n\n127.0.0.1\n`);
    const database = await startPostgres(options);
    expect(database.pid).not.toBe(bystander.pid);
    expect(isGone(bystander.pid ?? 0)).toBe(false);
    await database.stop();
    bystander.kill();
  });

  test.runIf(process.platform === "linux")("a zombie counts as gone", async () => {
    await (await startPostgres(options)).stop();
    // The shell becomes a sleep, which never asks how its child ended.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
      ...SERVERS_USER,
    });
    const zombie = Number(
      await new Promise((done) => parent.stdout.once("data", (chunk) => done(String(chunk).trim()))),
    );
    await expect.poll(() => readFileSync(`/proc/${zombie}/stat`, "utf8")).toMatch(/\) Z /);
    writeFileSync(join(cluster, "postmaster.pid"), `${zombie}\n${cluster}\n1\n31999\n\n127.0.0.1\n`);
    const database = await startPostgres(options);
    expect(await ask(database.url(), "SELECT 1")).toEqual([1]);
    await database.stop();
    parent.kill();
  });

  test("a server whose starter was killed is adopted, and stopped in the end", async () => {
    const first = startElsewhere(launcher.folder, options);
    const started = await first.started;
    await first.kill();
    expect(isGone(started.pid)).toBe(false);
    const second = await startPostgres(options);
    expect(second).toMatchObject({ adopted: true, pid: started.pid, port: started.port });
    await second.stop();
    expect(isGone(started.pid)).toBe(true);
  });

  test("whoever watched over a killed starter stops its server", async () => {
    const first = startElsewhere(launcher.folder, options);
    const { pid } = await first.started;
    await stopUnusedPostgres(dataDir);
    expect(isGone(pid)).toBe(false);
    await first.kill();
    await stopUnusedPostgres(dataDir);
    expect(isGone(pid)).toBe(true);
  });
});

describe("several processes on one data folder", () => {
  test("share one server; the last to leave stops it", async () => {
    const first = startElsewhere(launcher.folder, options);
    const { pid, url } = await first.started;
    const second = await startPostgres(options);
    expect(second).toMatchObject({ adopted: true, pid });
    await first.stop();
    expect(isGone(pid)).toBe(false);
    expect(await ask(url, "SELECT 1")).toEqual([1]);
    await expect(removePostgres(dataDir)).rejects.toThrow(/is in use. Stop what runs on it/);
    await second.stop();
    expect(isGone(pid)).toBe(true);
    await removePostgres(dataDir);
    expect(existsSync(cluster)).toBe(false);
  });

  test("starting at once on an empty folder make one cluster and one server", async () => {
    const all = [1, 2, 3].map(() => startElsewhere(launcher.folder, options));
    const started = await Promise.all(all.map((other) => other.started));
    expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
    expect(started.filter(({ adopted }) => !adopted)).toHaveLength(1);
    await Promise.all(all.map((other) => other.stop()));
    expect(isGone(started[0]?.pid ?? 0)).toBe(true);
  });

  test("starting while the last one leaves gets a server that stays", async () => {
    for (let round = 0; round < 4; round++) {
      const leaving = await startPostgres(options);
      const [, staying] = await Promise.all([leaving.stop(), startPostgres(options)]);
      expect(await ask(staying.url(), "SELECT 1")).toEqual([1]);
      await staying.stop();
      expect(isGone(staying.pid)).toBe(true);
    }
  });
});

describe("what is refused, each with a sentence", () => {
  test.runIf(isRoot)("a data folder of another user", async () => {
    await (await startPostgres(options)).stop();
    chownSync(cluster, 4321, 4321);
    await expect(startPostgres(options)).rejects.toThrow(
      /belongs to user 4321, and this start would run it as user 65534.*DATA_DIR/s,
    );
  });

  test.runIf(isRoot)("root's data folder, for a person", async () => {
    await (await startPostgres(options)).stop();
    const other = startElsewhere(launcher.folder, options, PERSON);
    await expect(other.started).rejects.toThrow(
      /cannot be written to by this user. Start as the user who made it/,
    );
    await other.kill();
  });

  test.runIf(isRoot)("a user without a name", async () => {
    chownSync(dataDir, NAMELESS.uid, NAMELESS.gid);
    const other = startElsewhere(launcher.folder, options, NAMELESS);
    await expect(other.started).rejects.toThrow(/runs as user 54321, who has no entry in \/etc\/passwd/);
    await other.kill();
  });

  test("a cluster of another version", async () => {
    await (await startPostgres(options)).stop();
    writeFileSync(join(cluster, "PG_VERSION"), "17\n");
    await expect(startPostgres(options)).rejects.toThrow(
      /was made by Postgres 17, and the installed one is 18/,
    );
  });

  test("a lost password, when the server still runs", async () => {
    const database = await startPostgres(options);
    unlinkSync(join(dataDir, "postgres", "password"));
    await expect(startPostgres(options)).rejects.toThrow(/refuses the password kept beside it/);
    await database.stop();
  });

  test("a server that does not start, with what it said", async () => {
    await (await startPostgres(options)).stop();
    writeFileSync(join(cluster, "postgresql.conf"), "no_such_setting = 1\n");
    await expect(startPostgres(options)).rejects.toThrow(
      /did not start: it ended with code 1.*no_such_setting/s,
    );
  });

  test("a server that never answers, within the time limit", async () => {
    await (await startPostgres(options)).stop();
    const slow = join(dataDir, "slow-package");
    cpSync(packagedBinaries(), slow, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(slow, "native", "bin", "postgres"), "#!/bin/sh\nexec sleep 60\n", { mode: 0o755 });
    const started = performance.now();
    await expect(startPostgres({ ...options, packageDir: slow, timeoutMs: 1_500 })).rejects.toThrow(
      /did not answer within 1.5 seconds/,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("the programs", () => {
  /** The package as npm unpacks it: no symbolic links. */
  function unpack(): string {
    const packageDir = join(dataDir, "package");
    cpSync(packagedBinaries(), packageDir, { recursive: true, verbatimSymlinks: true });
    const links: { target: string }[] = JSON.parse(
      readFileSync(join(packageDir, "native", "pg-symlinks.json"), "utf8"),
    );
    for (const { target } of links) rmSync(join(packageDir, target), { force: true });
    return packageDir;
  }

  test("run from a package that npm unpacked without its links", async () => {
    const packageDir = unpack();
    const database = await startPostgres({ ...options, packageDir });
    expect(await ask(database.url(), "SELECT 1")).toEqual([1]);
    await database.stop();
    expect(existsSync(join(packageDir, "native", "lib", "libpq.so.5"))).toBe(true);
  });

  test("run from a copy when the package cannot be written to", async () => {
    const packageDir = unpack();
    const folder = join(dataDir, "of-a-person");
    mkdirSync(folder);
    if (isRoot) chownSync(folder, PERSON.uid, PERSON.gid);
    else chmodSync(join(packageDir, "native", "lib"), 0o555);
    const other = startElsewhere(
      launcher.folder,
      { ...options, packageDir, dataDir: folder },
      isRoot ? PERSON : null,
    );
    const { url } = await other.started;
    expect(await ask(url, "SELECT 1")).toEqual([1]);
    await other.stop();
    expect(existsSync(join(packageDir, "native", "lib", "libpq.so.5"))).toBe(false);
    expect(readdirSync(join(folder, "postgres")).some((name) => name.startsWith("programs-"))).toBe(true);
    chmodSync(join(packageDir, "native", "lib"), 0o755);
  });

  test.runIf(isRoot)(
    "run as a user without rights when started by root, also in a folder closed to all others",
    async () => {
      const closed = join(dataDir, "closed");
      mkdirSync(closed, { mode: 0o700 });
      const packageDir = join(closed, "package");
      cpSync(packagedBinaries(), packageDir, { recursive: true, verbatimSymlinks: true });
      const database = await startPostgres({ ...options, dataDir: closed, packageDir });
      expect(statSync(`/proc/${database.pid}`)).toMatchObject({ uid: NOBODY, gid: NOBODY });
      expect(await ask(database.url(), "SELECT 1")).toEqual([1]);
      expect(statSync(closed).mode & 0o777).toBe(0o700);
      await database.stop();
      const again = await startPostgres({ ...options, dataDir: closed, packageDir });
      await again.stop();
    },
  );

  test.runIf(isRoot)("run as the person who starts them", async () => {
    chownSync(dataDir, PERSON.uid, PERSON.gid);
    const other = startElsewhere(launcher.folder, options, PERSON);
    const { pid, url } = await other.started;
    expect(statSync(`/proc/${pid}`).uid).toBe(PERSON.uid);
    expect(await ask(url, "SELECT 1")).toEqual([1]);
    await other.stop();
    expect(isGone(pid)).toBe(true);
  });
});
