import { Agent, get } from "node:http";
import type { Target } from "../figures";
import type { Addresses } from "../http/addresses";
import { processState, type ServerProcess } from "../processes";
import { fitLine } from "./line-fit";

const EVERY = 1_000;
const AT_ONCE = 4;

/** Renders that fill caches and are left out of the line: this share, this many, but never more than half. */
const WARM_UP = 0.2;
const WARM_UP_RENDERS = 3_000;

/** How much memory may grow along the line, as a share of its mean, and how much there may be, MB. */
const GROWTH = 0.05;
const MOST = 1_000;

/** Open files may differ by connections that are just being closed. */
const FILES = 16;

/** Every so many pictures is a PNG, which weighs more; the others are JPEGs. */
const PNG_EVERY = 10;

/** Makes so many pictures, each of its own values, and looks at the server's memory and open files meanwhile. */
export async function watchMemory(
  server: ServerProcess,
  addresses: Addresses,
  renders: number,
): Promise<Target[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const every = Math.max(1, Math.min(EVERY, Math.floor(renders / 10)));
  const ask = (turn: number) =>
    see(server.port, addresses.of(turn, turn % PNG_EVERY === 0 ? "png" : "jpg"), agent);
  await Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => ask(turn)));
  const before = stateOf(server);
  const samples: { x: number; y: number }[] = [];
  let strange = 0;
  let turn = AT_ONCE;
  for (let done = 0; done < renders; done += every) {
    const started = performance.now();
    const until = turn + every;
    const worker = async () => {
      while (turn < until) {
        const mine = turn;
        turn += 1;
        if ((await ask(mine)) !== "ok") strange += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const { resident, files } = stateOf(server);
    samples.push({ x: done + every, y: resident });
    const rate = every / ((performance.now() - started) / 1000);
    console.log(
      `${String(done + every).padStart(7)} pictures  ${resident.toFixed(0).padStart(5)} MB  ${files} open files  ${rate.toFixed(1)}/s`,
    );
  }
  const after = stateOf(server);
  agent.destroy();
  const warm = Math.min(renders / 2, Math.max(renders * WARM_UP, WARM_UP_RENDERS));
  const { slope, mean } = fitLine(samples.filter(({ x }) => x > warm));
  const growth = (slope * (renders - warm)) / mean;
  const perThousand = slope * 1_000 * 1_024;
  return [
    {
      name: "memory after warm-up, line by least squares",
      wanted: `grows <= ${100 * GROWTH} %`,
      measured: `${perThousand.toFixed(0)} kB per 1,000 renders, ${(100 * growth).toFixed(1)} % in all`,
      met: growth <= GROWTH,
    },
    {
      name: "most memory",
      wanted: `< ${MOST} MB`,
      measured: `${after.peak.toFixed(0)} MB`,
      met: after.peak < MOST,
    },
    {
      name: "open files",
      wanted: "as many as before",
      measured: `${before.files} before, ${after.files} after`,
      met: after.files <= before.files + FILES,
    },
    { name: "pictures as asked for", wanted: "all", measured: `all but ${strange}`, met: strange === 0 },
  ];
}

function stateOf({ pid }: ServerProcess) {
  const state = processState(pid);
  if (!state)
    throw new Error("Memory and open files of a process are read from /proc, which only Linux has.");
  return state;
}

/** What the answer says of its picture. */
function see(port: number, path: string, agent: Agent): Promise<string> {
  return new Promise((done, fail) => {
    get({ host: "127.0.0.1", port, path, agent }, (response) => {
      response.once("end", () => done(String(response.headers["x-render-status"])));
      response.once("error", fail).resume();
    }).once("error", fail);
  });
}
