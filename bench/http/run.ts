import { closeDb } from "@/lib/server/db";
import { decimals, median, printTable, printTargets } from "../figures";
import { options } from "../options";
import { SCENES } from "../pictures/scenes";
import { processState, type ServerProcess, startServer } from "../processes";
import { keepResults } from "../results";
import { addressesOf } from "./addresses";
import { type Burst, burst, totalOf } from "./burst";
import { type ColdLoad, loadCold } from "./cold-load";
import { countPaintings } from "./identical";
import { seedScene } from "./seed";
import { serverTargets, type Warm } from "./targets";
import { loadWarm, type WarmLoad } from "./warm-load";

/**
 * Loads a picture server in a process of its own over HTTP: pictures it remembers against a server that does nothing
 * but answer the same bytes, pictures of new values, and far more requests at once than it can paint.
 */
const { seconds } = options;
const rounds = Math.min(5, options.rounds);
const CONNECTIONS = [1, 8, 64];
const IDENTICAL = 1_000;

const [scene] = SCENES;
if (!scene) throw new Error("there is no scene");
const addresses = addressesOf(await seedScene(scene), scene);
await closeDb();
const server = await startServer("picture-server", process.env);
const known = addresses.next();
const bare = await startServer("bare-server", process.env, await answerOf(server, known));

console.log(`\n${scene.title} as JPEG over HTTP, ${seconds} s each, Node ${process.version}. Read ratios.`);
// Threads compile code while they work; the first pictures of a process are no measure.
await loadCold(server, addresses.next, { connections: 8, seconds: 2 * seconds });
await Promise.all([server, bare].map((one) => loadWarm(one, known, { connections: 8, seconds: 1 })));
const warm = [];
for (const connections of CONNECTIONS) warm.push({ connections, ...(await measureWarm(connections)) });
console.log("\nwarm: one picture again and again, against a server that does nothing else than send it");
printTable(
  [
    "connections",
    "requests/s",
    "bare",
    "share",
    "p50 ms",
    "bare",
    "p99 ms",
    "bare",
    "CPU ms",
    "bare",
    "share",
    "client",
  ],
  warm.map(({ connections, ours, plain, share, cpuShare }) => [
    String(connections),
    decimals(ours.requestsPerSecond, 0),
    decimals(plain.requestsPerSecond, 0),
    decimals(share, 2),
    decimals(ours.p50, 0),
    decimals(plain.p50, 0),
    decimals(ours.p99, 0),
    decimals(plain.p99, 0),
    decimals(ours.cpu, 3),
    decimals(plain.cpu, 3),
    decimals(cpuShare, 2),
    decimals(plain.clientCpu, 3),
  ]),
);

const cold: ColdLoad[] = [];
for (const connections of CONNECTIONS) {
  cold.push(await loadCold(server, addresses.next, { connections, seconds }));
}
console.log("\ncold: other values with every request");
printTable(
  ["connections", "requests/s", "pictures/s", "p50 ms", "p99 ms", "CPU ms", "errors"],
  cold.map((load) => [
    String(load.connections),
    decimals(load.requestsPerSecond, 1),
    decimals(load.picturesPerSecond, 1),
    decimals(load.p50, 0),
    decimals(load.p99, 0),
    decimals(load.cpu, 1),
    String(load.errors),
  ]),
);

const counted = await countPaintings(scene, IDENTICAL);
const same = addresses.next();
const identical = await burst(
  server.port,
  Array.from({ length: IDENTICAL }, () => same),
);
console.log(`\n${IDENTICAL} equal requests at once for a picture nobody has asked for`);
console.log(`in this process: painted ${counted.paintings} times, ${counted.ok} ok, ${counted.tags} tag`);
console.log(`over HTTP: ${describe(identical)}`);

const steady = await loadCold(server, addresses.next, { connections: 64, seconds: Math.max(5, seconds) });
const paths = Array.from({ length: options.burst }, () => addresses.next());
const crowd = await burst(server.port, paths);
const made = (crowd.statuses.ok ?? 0) / crowd.seconds;
const steadyRate = steady.picturesPerSecond;
const state = processState(server.pid);
console.log(`\n${crowd.requests} requests of other values at once`);
console.log(describe(crowd));
console.log(
  `pictures of their own values: ${made.toFixed(1)}/s, ${((100 * made) / steadyRate).toFixed(0)} % of the ${steadyRate.toFixed(1)}/s just before`,
);
if (state) {
  console.log(
    `the server's memory after: ${state.resident.toFixed(0)} MB, at most ${state.peak.toFixed(0)} MB`,
  );
}

const targets = serverTargets({ warm, counted, identical, crowd, steadyRate });
console.log("\ntargets");
printTargets(targets);
keepResults("http", { seconds, warm, cold, counted, identical, steady, crowd, state, targets });
await Promise.all([server.stop(), bare.stop()]);
process.exit(0);

/** Both servers take turns; medians of the rounds. */
async function measureWarm(connections: number): Promise<Warm> {
  const ours: WarmLoad[] = [];
  const plain: WarmLoad[] = [];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(await loadWarm(bare, known, { connections, seconds }));
    ours.push(await loadWarm(server, known, { connections, seconds }));
  }
  const rate = (loads: readonly WarmLoad[]) => median(loads.map((load) => load.requestsPerSecond));
  const cpu = (loads: readonly WarmLoad[]) => median(loads.map((load) => load.cpu ?? Number.NaN));
  return {
    ours: middleOf(ours),
    plain: middleOf(plain),
    share: rate(ours) / rate(plain),
    cpuShare: cpu(plain) / cpu(ours),
  };
}

/** The load with the median rate. */
function middleOf(loads: readonly WarmLoad[]): WarmLoad {
  const sorted = [...loads].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("nothing was measured");
  return middle;
}

/** An answer as the bare server is to repeat it: without the headers that Node writes by itself. */
async function answerOf({ port }: ServerProcess, path: string): Promise<{ headers: string[]; body: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  if (response.headers.get("x-render-status") !== "ok") throw new Error("the server does not paint");
  const own = ["connection", "date", "keep-alive"];
  const headers = [...response.headers].filter(([name]) => !own.includes(name)).flat();
  return { headers, body: Buffer.from(await response.arrayBuffer()).toString("base64") };
}

function describe({ errors, notPictures, statuses, distinct, seconds: taken }: Burst): string {
  const list = (tally: Record<string, number>) =>
    Object.entries(tally)
      .map(([name, count]) => `${count} "${name}"`)
      .join(", ");
  const lost = totalOf(errors) === 0 ? "none" : list(errors);
  return `${list(statuses)}; ${distinct} tags; without an answer: ${lost}; ${notPictures} no picture; ${taken.toFixed(1)} s`;
}
