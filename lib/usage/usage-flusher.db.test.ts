import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson } from "@/lib/server/testing/people";
import { addUsage, type UsageBatch } from "./add-usage";
import { createUsageBuffer } from "./usage-buffer";
import { createUsageCounts } from "./usage-counts";
import { createUsageFlusher } from "./usage-flusher";

const database = withTestDatabase();

const DAY = Date.UTC(2026, 10, 30);

/** A process with its counts, whose way to the database the test holds. */
function newProcess(now = () => DAY) {
  const counts = createUsageCounts(now);
  const way = {
    /** What happens instead of adding; null: it is added. */
    away: null as ((batch: UsageBatch) => Promise<void>) | null,
    sent: [] as UsageBatch[],
    warnings: 0,
  };
  const flusher = createUsageFlusher({
    counts,
    add: async (batch) => {
      way.sent.push(structuredClone(batch));
      if (way.away) await way.away(batch);
      else await addUsage(batch, new Date(now()));
    },
    buffer: createUsageBuffer(join(database.dataDir, "usage")),
    onWaiting: () => {
      way.warnings += 1;
    },
    onUnkept: (error) => {
      throw error;
    },
    now,
  });
  return { counts, way, flusher };
}

async function totals(workspaceId: string) {
  const [days, months] = [
    await db().usageDay.findMany({ where: { workspaceId }, orderBy: { day: "asc" } }),
    await db().usageMonth.findMany({ where: { workspaceId }, orderBy: { month: "asc" } }),
  ];
  return {
    days: days.map(({ day, served, rendered }) => [
      day.toISOString().slice(0, 10),
      Number(served),
      Number(rendered),
    ]),
    months: months.map(({ month, served, rendered }) => [
      month.toISOString().slice(0, 7),
      Number(served),
      Number(rendered),
    ]),
  };
}

const files = () => readdir(join(database.dataDir, "usage")).catch(() => []);
const refuse = async () => {
  throw new Error("away");
};

test("days add up to months, and the last second of a month is that month's", async () => {
  const { workspaceId } = (await newPerson()).scope;
  let now = Date.UTC(2026, 11, 1) - 1;
  const { counts, flusher } = newProcess(() => now);
  const owner = { workspaceId, projectId: "p" };
  counts.served(owner);
  now += 1;
  counts.served(owner);
  counts.rendered(owner);
  await flusher.flush();
  counts.served({ workspaceId, projectId: "q" });
  await flusher.flush();
  expect(await totals(workspaceId)).toEqual({
    days: [
      ["2026-11-30", 1, 0],
      ["2026-12-01", 1, 1],
      ["2026-12-01", 1, 0],
    ],
    months: [
      ["2026-11", 1, 0],
      ["2026-12", 2, 1],
    ],
  });
});

test("a connection that is lost after the commit: the batch is sent again and counts once", async () => {
  const { workspaceId } = (await newPerson()).scope;
  const { counts, way, flusher } = newProcess();
  for (let turn = 0; turn < 7; turn += 1) counts.served({ workspaceId, projectId: "p" });
  way.away = async (batch) => {
    await addUsage(batch, new Date(DAY));
    throw new Error("connection lost");
  };
  await flusher.flush();
  counts.served({ workspaceId, projectId: "p" });
  await flusher.flush();
  way.away = null;
  await flusher.flush();
  const [first, second, third] = way.sent;
  expect([second, third]).toEqual([first, first]);
  expect((await totals(workspaceId)).months).toEqual([["2026-11", 8, 0]]);
  expect(way.warnings).toBe(1);
});

test("while the database is away 100,000 pictures wait in little room, and all are counted when it is back", async () => {
  const { workspaceId } = (await newPerson()).scope;
  const { counts, way, flusher } = newProcess();
  way.away = refuse;
  for (let turn = 0; turn < 100_000; turn += 1) {
    counts.served({ workspaceId, projectId: `p${turn % 3}` });
    if (turn % 10_000 === 0) await flusher.flush();
  }
  await flusher.flush();
  expect(counts.peek()).toHaveLength(3);
  expect(await files()).toHaveLength(1);
  way.away = null;
  await flusher.flush();
  expect((await totals(workspaceId)).months).toEqual([["2026-11", 100_000, 0]]);
  expect(await files()).toEqual([]);
});

test("what a process left behind is added by others, by any number of them once", async () => {
  const { workspaceId } = (await newPerson()).scope;
  const dying = newProcess();
  dying.way.away = async (batch) => {
    await addUsage(batch, new Date(DAY));
    throw new Error("connection lost");
  };
  for (let turn = 0; turn < 5; turn += 1) dying.counts.served({ workspaceId, projectId: "p" });
  await dying.flusher.flush();
  dying.way.away = refuse;
  for (let turn = 0; turn < 6; turn += 1) dying.counts.served({ workspaceId, projectId: "p" });
  await dying.flusher.flush();
  const [file = ""] = await files();
  const writtenAt = (ms: number) => utimes(join(database.dataDir, "usage", file), new Date(ms), new Date(ms));
  await writtenAt(DAY - 1_000);
  const own = newProcess();
  await own.flusher.flush();
  // It was written a moment ago: whoever wrote it may be alive.
  expect(await files()).toEqual([file]);
  await writtenAt(DAY - 120_000);
  await Promise.all(Array.from({ length: 4 }, () => newProcess().flusher.flush()));
  expect(await files()).toEqual([]);
  expect((await totals(workspaceId)).months).toEqual([["2026-11", 11, 0]]);
});

test("one that is killed while it stops left what it had counted, which is added once whether or not it got through", async () => {
  const { workspaceId } = (await newPerson()).scope;
  const stopping = newProcess();
  for (let turn = 0; turn < 9; turn += 1) stopping.counts.served({ workspaceId, projectId: "p" });
  await stopping.flusher.keep();
  const [file = ""] = await files();
  const path = join(database.dataDir, "usage", file);
  await utimes(path, new Date(0), new Date(0));
  // Killed between its commit and the removal of its file.
  const copy = await readFile(path);
  await stopping.flusher.flush();
  expect(await files()).toEqual([]);
  await writeFile(path, copy);
  await utimes(path, new Date(0), new Date(0));
  await newProcess().flusher.flush();
  expect((await totals(workspaceId)).months).toEqual([["2026-11", 9, 0]]);
});

test("a damaged file stops nothing", async () => {
  const { workspaceId } = (await newPerson()).scope;
  const { counts, flusher } = newProcess();
  const file = join(database.dataDir, "usage", "damaged.json");
  await mkdir(join(database.dataDir, "usage"), { recursive: true });
  await writeFile(file, `[{"id":"x","rows":[{"workspaceId":"${workspaceId}","served":-5`);
  await utimes(file, new Date(0), new Date(0));
  counts.served({ workspaceId, projectId: "p" });
  await flusher.flush();
  expect((await totals(workspaceId)).months).toEqual([["2026-11", 1, 0]]);
});

test("counts of a workspace that is gone keep nobody else's back", async () => {
  const { workspaceId } = (await newPerson()).scope;
  const { counts, way, flusher } = newProcess();
  counts.served({ workspaceId: "wsp_gone", projectId: "p" });
  counts.served({ workspaceId, projectId: "p" });
  await flusher.flush();
  expect((await totals(workspaceId)).months).toEqual([["2026-11", 1, 0]]);
  expect(way.warnings).toBe(0);
});
