import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { env, replaceEnv, systemVariables } from "@/lib/server/env";
import { type MailServer, startMailServer } from "@/lib/server/mail/testing/mail-server";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { newGreeting } from "../testing/new-batch";
import { letter } from "./letter";
import { latestMailing } from "./mailing-row";
import { startMailing } from "./start-mailing";
import { sendRest } from "./stop-mailing";
import { newMailable, people } from "./testing/new-mailable";

const database = withTestDatabase();

const ROOT = join(import.meta.dirname, "../../..");
const ROWS = 50;
const KILLS = 3;

let owner: Person;
let server: MailServer;
let program: string;
beforeAll(async () => {
  server = await startMailServer();
  replaceEnv({
    DATABASE_URL: database.url,
    DATA_DIR: database.dataDir,
    LOG_LEVEL: "silent",
    SMTP_URL: server.url,
    MAIL_FROM: "nameplate@sender.example",
    MAIL_PER_MINUTE: "6000",
  });
  owner = await newPerson("Owner");
  await db().user.update({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: new Date() } });
  program = join(env().BUILD_DIR, `mail-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, "testing/mail-worker.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT, "server-only": join(ROOT, "scripts/empty.mjs") },
    logLevel: "error",
  });
});

const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await server.stop();
});

async function startWorker(): Promise<ChildProcess> {
  const { DATABASE_URL, DATA_DIR, BUILD_DIR, NEXTAUTH_SECRET, SMTP_URL, MAIL_FROM } = env();
  const own = { DATABASE_URL, DATA_DIR, BUILD_DIR, NEXTAUTH_SECRET, SMTP_URL, MAIL_FROM };
  const child = fork(program, {
    env: { ...systemVariables(), ...own, MAIL_PER_MINUTE: "6000", LOG_LEVEL: "silent" },
    cwd: ROOT,
  });
  children.add(child);
  await new Promise<void>((done, fail) => {
    child.once("message", () => done());
    child.once("exit", (code) => fail(new Error(`the worker ended with ${code}`)));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await ended;
  // What a dead process holds is given to others after ten seconds; these have passed.
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_at IS NOT NULL`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_job_queues SET locked_at = locked_at - interval '1 minute'
    WHERE locked_at IS NOT NULL`;
}

async function happens(check: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 5));
  }
}

test("killed again and again in the middle of a mail, nobody gets one twice, and what is uncertain is said", async () => {
  const id = await newMailable(owner, { templateId: await newGreeting(owner), rows: people(ROWS) });
  const words = letter.parse({ column: 1, subject: "Hi", message: "Dear {{first_name}}" });
  await startMailing(owner.scope, id, { ...words, seen: null });
  const mailing = async () => {
    const found = await latestMailing(owner.scope, id);
    if (!found) throw new Error("nothing was mailed");
    return found;
  };
  // The mail is there, and its sender dies before it hears so.
  server.answerAfter(40);
  let worker = await startWorker();
  for (let times = 1; times <= KILLS; times += 1) {
    const wanted = server.received.length + 5;
    await happens(() => server.received.length >= wanted);
    await kill(worker);
    expect((await mailing()).state).toBe("sending");
    worker = await startWorker();
  }
  server.answerAfter(0);
  await happens(async () => (await mailing()).state === "done");
  await kill(worker);
  const { counts } = await mailing();
  expect(counts.sent + counts.unknown).toBe(ROWS);
  expect(counts.unknown).toBeGreaterThan(0);
  expect(counts.unknown).toBeLessThanOrEqual(KILLS);
  const to = server.received.flatMap((each) => each.to);
  expect(new Set(to).size).toBe(to.length);
  // Those that may have been sent leave once more only when somebody wants it.
  const before = to.length;
  await sendRest(owner.scope, id, { again: ["unknown"] });
  worker = await startWorker();
  await happens(async () => (await mailing()).state === "done");
  await kill(worker);
  expect(server.received.length).toBe(before + counts.unknown);
  expect((await mailing()).counts).toMatchObject({ sent: ROWS, unknown: 0 });
});
