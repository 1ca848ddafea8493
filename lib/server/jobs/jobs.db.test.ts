import { connect } from "node:net";
import pg from "pg";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createRemotePoster } from "@/lib/render/remote/post-remote";
import { sendTestEvent } from "@/lib/webhooks/manage-deliveries";
import { createWebhook } from "@/lib/webhooks/manage-webhooks";
import { openReceiver } from "@/lib/webhooks/testing/receiver";
import { db, transaction } from "../db";
import { env } from "../env";
import { processWide, takeProcessWide } from "../process-registry";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { addJob } from "./add-job";
import { deleteIdleQueues } from "./delete-idle-queues";
import { deleteOldJobs } from "./delete-old-jobs";
import { freeJobsOfTheDead } from "./free-jobs";
import type { JobHandler } from "./job-lanes";
import { startJobs } from "./start-jobs";

withTestDatabase();

const PUBLIC = "93.184.215.14";

let owner: Person;
beforeAll(async () => {
  owner = await newPerson("Owner");
});

let running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  running = [];
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

function start(lanes?: Parameters<typeof startJobs>[0]) {
  const started = startJobs(lanes);
  running.push(started);
  return started;
}

const lane = (finish_image: JobHandler, concurrency = 1) => [
  { name: "test", concurrency, tasks: { finish_image } },
];

const add = (imageId: string, options: Parameters<typeof addJob>[3] = {}) =>
  transaction((tx) => addJob(tx, "finish_image", { imageId }, options));

/** Waits for what has to happen, however busy the machine is. */
async function happens(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 20));
  }
}

const waiting = () =>
  db().$queryRaw<
    { attempts: number; locked: boolean; last_error: string | null }[]
  >`SELECT attempts, locked_at IS NOT NULL AS locked, last_error FROM graphile_worker._private_jobs ORDER BY id`;

test("a job is done once it is kept, and one that is undone never was", async () => {
  const done: unknown[] = [];
  start(lane(async (payload) => void done.push(payload)));
  await add("first");
  await expect(
    transaction(async (tx) => {
      await addJob(tx, "finish_image", { imageId: "undone" });
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  await add("second");
  await happens(async () => done.length === 2 && (await waiting()).length === 0);
  expect(done).toEqual([{ imageId: "first" }, { imageId: "second" }]);
});

test("what a job throws stands in no table", async () => {
  start(
    lane(async () => {
      throw new Error("Zxq7CanaryName");
    }),
  );
  await add("x");
  await happens(async () => (await waiting())[0]?.last_error !== null && (await waiting()).length === 1);
  const [job] = await waiting();
  expect(job?.last_error).toContain("the log says why");
  expect(job?.last_error).not.toContain("Zxq7CanaryName");
});

test("the last try knows that it is", async () => {
  const last: boolean[] = [];
  start(
    lane(async (_payload, { isLast }) => {
      last.push(isLast);
      if (!isLast) throw new Error("not yet");
    }),
  );
  await add("x", { mostTries: 2 });
  await happens(() => last.length === 2);
  expect(last).toEqual([false, true]);
});

test("jobs that failed for good are forgotten after thirty days", async () => {
  await add("failed", { mostTries: 1 });
  await add("waits");
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE max_attempts = 1`;
  const [{ updated } = { updated: new Date() }] = await db().$queryRaw<{ updated: Date }[]>`
    SELECT updated_at AS updated FROM graphile_worker._private_jobs WHERE max_attempts = 1`;
  const after = (ms: number) => new Date(updated.getTime() + 30 * 24 * 60 * 60_000 + ms);
  expect(await deleteOldJobs(after(-1000))).toBe(0);
  expect(await deleteOldJobs(after(1000))).toBe(1);
});

test("queues in which nothing waits are forgotten", async () => {
  await add("waits", { queue: "one" });
  await add("done", { queue: "other" });
  await db()
    .$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE payload->>'name' = 'done' OR job_queue_id =
    (SELECT id FROM graphile_worker._private_job_queues WHERE queue_name = 'other')`;
  await deleteIdleQueues();
  const left = await db().$queryRaw`SELECT queue_name AS name FROM graphile_worker._private_job_queues`;
  expect(left).toEqual([{ name: "one" }]);
});

test("a stop lets what is under way end, and leaves the rest", async () => {
  let finish: () => void = () => undefined;
  let began = 0;
  const started = startJobs(
    lane(async () => {
      began += 1;
      await new Promise<void>((done) => {
        finish = done;
      });
    }),
  );
  await add("first");
  await add("second");
  await happens(() => began === 1);
  const stopped = started.stop();
  finish();
  await stopped;
  expect(began).toBe(1);
  expect(await waiting()).toMatchObject([{ attempts: 0, locked: false }]);
});

test("who is doing a job is told that the process is about to end", async () => {
  let began = 0;
  const started = startJobs(
    lane(async (_payload, { stopping }) => {
      began += 1;
      await new Promise<void>((done) => stopping?.addEventListener("abort", () => done()));
    }),
  );
  await add("first");
  await happens(() => began === 1);
  await started.stop();
  // It ended by that, and is done.
  expect(await waiting()).toEqual([]);
});

test("jobs of one queue take turns, and hold up no others", async () => {
  const done: string[] = [];
  let release: () => void = () => undefined;
  start(
    lane(async (payload) => {
      const { imageId } = Object(payload);
      if (imageId === "slow") {
        await new Promise<void>((free) => {
          release = free;
        });
      }
      done.push(imageId);
    }, 2),
  );
  await add("slow", { queue: "one" });
  await add("behind", { queue: "one" });
  await add("beside", { queue: "other" });
  await happens(() => done.length === 1);
  expect(done).toEqual(["beside"]);
  release();
  await happens(() => done.length === 3);
  expect(done).toEqual(["beside", "slow", "behind"]);
});

test("jobs of a process that is gone are given to others; those of one that lives are not", async () => {
  const take = async (worker: string) => {
    await db().$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now() - interval '1 minute', attempts = 1`;
  };
  const lives = freeJobsOfTheDead(env().DATABASE_URL, 20);
  lives.know("worker-alive");
  const freer = freeJobsOfTheDead(env().DATABASE_URL, 20);
  try {
    await add("x");
    await take("worker-gone");
    await happens(async () => (await waiting())[0]?.locked === false);
    const client = new pg.Client({ connectionString: env().DATABASE_URL });
    await client.connect();
    await happens(async () => {
      const { rows } = await client.query(
        "SELECT pg_try_advisory_lock(hashtextextended('nameplate worker-alive', 0)) AS free",
      );
      if (rows[0].free) {
        await client.query("SELECT pg_advisory_unlock(hashtextextended('nameplate worker-alive', 0))");
      }
      return !rows[0].free;
    });
    await client.end();
    await take("worker-alive");
    await new Promise((done) => setTimeout(done, 400));
    expect((await waiting())[0]?.locked).toBe(true);
    // Its process ends, and with it the connection that spoke for it.
    await lives.stop();
    await happens(async () => (await waiting())[0]?.locked === false);
  } finally {
    await freer.stop();
  }
});

test("receivers of one workspace that never answer do not hold up another's delivery", async () => {
  const [dead, alive] = [await openReceiver(), await openReceiver()];
  dead.answer = () => undefined;
  takeProcessWide("webhook-door");
  processWide("webhook-door", () =>
    createRemotePoster({
      network: {
        resolve: async (name) => [name.startsWith("dead") ? PUBLIC : "93.184.215.15"],
        dial: (addresses) => connect(addresses[0] === PUBLIC ? dead.port : alive.port, "127.0.0.1"),
      },
    }),
  );
  const other = await newPerson("Other");
  const at = async (url: string, { scope } = owner) =>
    (await createWebhook(scope, { url, events: ["quota.reached"], projectIds: null })).webhook.id;
  // More endpoints than there are workers, were it not for the few queues that a workspace has.
  for (let count = 0; count < 20; count += 1) {
    await sendTestEvent(owner.scope, await at(`http://dead${count}.example/`));
  }
  const heard = await at("http://alive.example/", other);
  start();
  await happens(() => dead.received.length > 0);
  await sendTestEvent(other.scope, heard);
  await happens(() => alive.received.length === 1);
  expect(dead.received.length).toBeLessThanOrEqual(3);
  await dead.close();
  await alive.close();
});
