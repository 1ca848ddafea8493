import { parseArgs } from "node:util";
import { closeDb } from "@/lib/server/db";
import { countOf } from "../count-of";
import { decimals, median, printTargets, type Target } from "../figures";
import { processState, startServer } from "../processes";
import { keepResults } from "../results";
import { coldP95 } from "./link-times";
import { longListTimes } from "./long-list";
import { rendererRate } from "./renderer";
import { canHold, startWorker, type Worker } from "./worker";
import { newWorld, startRows, untilDone } from "./world";

/**
 * Makes a batch by the program that makes them, against what the renderer itself makes in the same run; with one and with
 * two processes of one thread each, free and held to a core each; and links of new values beside a running batch and without.
 */
const { values } = parseArgs({
  options: {
    /** Rows of the batch. */
    rows: { type: "string", default: "10000" },
    /** Seconds for which links are asked for, each time. */
    seconds: { type: "string", default: "30" },
  },
});
const rows = countOf("rows", values.rows);
const seconds = countOf("seconds", values.seconds);

/** Rows before those that count, for threads compile code while they work. */
const WARM_UP = 300;

/** How often one process and two are measured; the middle of the ratios counts. */
const ROUNDS = 3;

const world = await newWorld();
console.log(
  `\n${rows} rows as JPEG of 1200 x 628, two texts and a QR code, Node ${process.version}. Read ratios.`,
);

const list = await longListTimes(world);
console.log(
  `a CSV of 100,000 rows: ${decimals(list.taken, 1)} s to take it in, ${decimals(list.checked, 1)} s to check it`,
);
const before = await rendererRate(world, Math.ceil(rows / 4));
const worker = await startWorker();
const batch = await rateOf([worker], rows);
const memory = processState(worker.pid())?.peak ?? Number.NaN;
await worker.kill();
const after = await rendererRate(world, Math.ceil(rows / 4));
// What else the machine does changes from minute to minute.
const renderer = (before + after) / 2;
console.log(`renderer alone: ${decimals(before, 1)}/s before, ${decimals(after, 1)}/s after`);
console.log(`batch: ${decimals(batch, 1)} rows/s; memory of its process at most ${decimals(memory, 0)} MB`);

// In turns, for the same reason. Beside its painting thread a process reads, asks and writes, so that a free one keeps
// more than one core busy, and two cores cannot show what a second one adds; on machines of one core each it does.
const free: Pair[] = [];
const held: Pair[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  free.push(await inPair("free", false));
  if (canHold) held.push(await inPair("held to a core each", true));
}
const scaleFree = median(free.map(({ one, two }) => two / one));
const scale = canHold ? median(held.map(({ one, two }) => two / one)) : scaleFree;
console.log(`two processes free to use both cores: ${decimals(scaleFree, 2)} times the rows of one`);

const server = await startServer("picture-server", process.env);
await coldP95(server, world, Math.min(5, seconds));
const quiet = await coldP95(server, world, seconds);
const low = await startWorker({}, { low: true });
await startRows(world, 10_000);
// Until its threads are at work.
await new Promise((done) => setTimeout(done, 5_000));
const busy = await coldP95(server, world, seconds);
await low.kill();
await server.stop();
console.log(
  `links of new values, 95 of 100: ${decimals(quiet, 1)} ms alone, ${decimals(busy, 1)} ms beside a batch`,
);

const targets: Target[] = [
  {
    name: "seconds to check a CSV of 100,000 rows",
    wanted: "< 30",
    measured: decimals(list.checked, 1),
    met: list.checked < 30,
  },
  {
    name: "rows of a batch a second, of what the renderer makes",
    wanted: ">= 0.8",
    measured: decimals(batch / renderer, 2),
    met: batch / renderer >= 0.8,
  },
  {
    name: "memory of the process that makes it",
    wanted: "< 1000 MB",
    measured: `${decimals(memory, 0)} MB`,
    met: memory < 1_000,
  },
  {
    name: `two processes with a thread${canHold ? " and a core" : ""} each, of one`,
    wanted: ">= 1.6",
    measured: decimals(scale, 2),
    met: scale >= 1.6,
  },
  {
    name: "cold links beside a batch, 95 of 100, of alone",
    wanted: "<= 1.3",
    measured: decimals(busy / quiet, 2),
    met: busy / quiet <= 1.3,
  },
];
console.log("\ntargets");
printTargets(targets);
keepResults("batches", { rows, list, before, after, batch, memory, free, held, quiet, busy, targets });
await closeDb();
process.exit(targets.every(({ met }) => met) ? 0 : 1);

/** Rows a second of a batch, by processes that have made some already. */
async function rateOf(workers: readonly Worker[], count: number): Promise<number> {
  await untilDone(await startRows(world, WARM_UP * workers.length));
  const { seconds: taken, made } = await untilDone(await startRows(world, count));
  if (made !== count) throw new Error(`${made} of ${count} rows were made`);
  return count / taken;
}

type Pair = { one: number; two: number };

/** Rows a second of one process with one thread, and of two. */
async function inPair(how: string, isHeld: boolean): Promise<Pair> {
  const pair = { one: await alone(1, isHeld), two: await alone(2, isHeld) };
  const [one, two] = [decimals(pair.one, 1), decimals(pair.two, 1)];
  console.log(`one thread each, ${how}: one process ${one} rows/s, two ${two} rows/s`);
  return pair;
}

async function alone(processes: number, isHeld: boolean): Promise<number> {
  const settings = { PAINT_THREADS: "1" };
  const cores = Array.from({ length: processes }, (_, core) => (isHeld ? core : null));
  const workers = await Promise.all(cores.map((core) => startWorker(settings, { core })));
  const rate = await rateOf(workers, Math.ceil(rows / 8));
  await Promise.all(workers.map((each) => each.kill()));
  return rate;
}
