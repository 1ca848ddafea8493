import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { batchFile, batchFolder } from "@/lib/batches/batch-file";
import { isMade, storedOutcomes } from "@/lib/batches/outcomes";
import { closeDb, db } from "@/lib/server/db";
import { storage, storageFolder } from "@/lib/server/storage";
import { startWorker } from "../batches/worker";
import { newWorld, startRows, untilDone } from "../batches/world";
import { countOf } from "../count-of";
import { printTargets, type Target } from "../figures";

/**
 * Makes a batch undisturbed, and the same rows by a process that is killed again and again at any moment: nothing may be
 * lost, nothing counted twice, and every picture has to have the same bytes. Its exit code is the verdict.
 */
const { values } = parseArgs({
  options: { rows: { type: "string", default: "10000" }, kills: { type: "string", default: "20" } },
});
const rows = countOf("rows", values.rows);
const kills = countOf("kills", values.kills);

/** Longest time between a start, or the first picture after it, and the next kill, ms. */
const LONGEST_MS = 6_000;

const world = await newWorld();
const { workspaceId } = world.scope;

console.log(`making ${rows} rows undisturbed ...`);
let worker = await startWorker();
const undisturbed = await startRows(world, rows, 0);
const { seconds } = await untilDone(undisturbed);
console.log(`${(rows / seconds).toFixed(1)} rows/s; the same, killed ${kills} times ...`);
const counted = await renderedSoFar();

const id = await startRows(world, rows, 0);
let interrupted = 0;
for (let times = 1; times <= kills; times += 1) {
  const start = await madeSoFar(id);
  // Of two, one while pictures are made, one at any moment, such as while it starts.
  if (times % 2 === 0) await happens(async () => (await madeSoFar(id)) > start);
  await new Promise((done) => setTimeout(done, Math.random() * LONGEST_MS));
  if ((await look()).state === "running") interrupted += 1;
  await worker.kill();
  console.log(`kill ${times}: ${(await look()).made} of ${rows} counted`);
  worker = await startWorker();
}
await untilDone(id);
await worker.kill();

const batch = await look();
const parts = await db().batchPart.findMany({ where: { batchId: id } });
const outcomes = parts.flatMap((part) => storedOutcomes.parse(part.outcomes) ?? []);
let different = 0;
for (let row = 1; row <= rows; row += 1) {
  if ((await hashOf(id, row)) !== (await hashOf(undisturbed, row))) different += 1;
}
const files = await readdir(join(storageFolder(), batchFolder({ id, workspaceId })));
const rendered = (await renderedSoFar()) - counted;

const targets: Target[] = [
  target("kills while it ran", kills, interrupted),
  target("rows made and failed", rows, batch.made + batch.failed),
  target("rows made", rows, batch.made),
  target("outcomes written down", rows, outcomes.filter(isMade).length),
  target("pictures counted as rendered", rows, rendered),
  target("files", rows, files.length),
  target("pictures with other bytes than undisturbed", 0, different),
];
console.log();
printTargets(targets);
const missed = targets.filter(({ met }) => !met).length;
console.log(missed === 0 ? "\nThe soak holds." : `\nThe soak does not hold: ${missed} missed.`);
await closeDb();
process.exit(missed === 0 ? 0 : 1);

function target(name: string, wanted: number, measured: number): Target {
  return { name, wanted: String(wanted), measured: String(measured), met: wanted === measured };
}

function look() {
  return db().batch.findUniqueOrThrow({ where: { id } });
}

async function madeSoFar(of: string): Promise<number> {
  return (await db().batch.findUniqueOrThrow({ where: { id: of } })).made;
}

async function renderedSoFar(): Promise<number> {
  const { _sum } = await db().usageMonth.aggregate({ where: { workspaceId }, _sum: { rendered: true } });
  return Number(_sum.rendered ?? 0);
}

async function hashOf(of: string, row: number): Promise<string> {
  const bytes = await storage().get(batchFile({ id: of, workspaceId }, row, "jpg"));
  return createHash("sha256").update(bytes).digest("hex");
}

async function happens(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((done) => setTimeout(done, 20));
}
