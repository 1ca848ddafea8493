import { seededRandom } from "@/lib/paint/testing/mixed-texts";
import { percentile } from "../figures";
import { type Contender, FORMATS, type Format } from "./contender";
import { FLOOR, OURS } from "./contenders";
import type { Scene } from "./scene";
import { ssim } from "./ssim";

export type Measured = {
  name: string;
  format: Format;
  /** ms from values to bytes. */
  p50: number;
  p90: number;
  /** Processor time of all threads, ms, median: what a busy machine disturbs least. */
  cpu: number;
  /** Mean weight of a picture, bytes. */
  bytes: number;
  /** JPEG: likeness to the contender's own lossless picture of the same values; PNG: to ours. null for the floor. */
  likeness: number | null;
};

/** Rounds that are not counted. */
const WARM_UP = 4;

/** How long each contender runs before in each format, ms: caches of fonts and static pictures fill, code is compiled. */
const WARM_UP_MS = 1_500;

/** Times all contenders on one scene, taking turns in an order that changes from round to round. */
export async function measureScene(
  scene: Scene,
  contenders: readonly Contender[],
  rounds: number,
): Promise<Measured[]> {
  const entries = contenders.flatMap((contender) =>
    contender.formats.map((format) => ({
      contender,
      format,
      taken: [] as number[],
      cpu: [] as number[],
      weights: [] as number[],
    })),
  );
  const random = seededRandom(5);
  await warmUp(scene, contenders);
  let turn = 0;
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const entry of shuffled(entries, random)) {
      turn += 1;
      const values = scene.values(turn);
      const cpuBefore = process.cpuUsage();
      const started = performance.now();
      const bytes = await entry.contender.render(values, entry.format);
      if (round < 0) continue;
      entry.taken.push(performance.now() - started);
      const { user, system } = process.cpuUsage(cpuBefore);
      entry.cpu.push((user + system) / 1000);
      entry.weights.push(bytes.length);
    }
  }
  const likenesses = await compareLooks(scene, contenders, turn + 1);
  return entries.map(({ contender: { name }, format, taken, cpu, weights }) => ({
    name,
    format,
    p50: percentile(taken, 0.5),
    p90: percentile(taken, 0.9),
    cpu: percentile(cpu, 0.5),
    bytes: Math.round(weights.reduce((sum, weight) => sum + weight, 0) / weights.length),
    likeness: likenesses.get(`${name} ${format}`) ?? null,
  }));
}

/** Pictures that the pool makes at once before: each of its threads compiles its code anew. */
const POOL_AT_ONCE = 8;

async function warmUp(scene: Scene, contenders: readonly Contender[]): Promise<void> {
  let turn = 0;
  for (const { name, render } of contenders) {
    for (const format of FORMATS) {
      const end = performance.now() + WARM_UP_MS * (name === OURS ? 2 : 1);
      while (performance.now() < end) {
        const together = Array.from({ length: name === OURS ? POOL_AT_ONCE : 1 }, () => --turn);
        await Promise.all(together.map((one) => render(scene.values(one), format)));
      }
    }
  }
}

function shuffled<T>(entries: readonly T[], random: () => number): T[] {
  return entries
    .map((entry) => ({ entry, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

async function compareLooks(
  scene: Scene,
  contenders: readonly Contender[],
  turn: number,
): Promise<Map<string, number>> {
  const values = scene.values(turn);
  const ours = await contenders.find(({ name }) => name === OURS)?.render(values, "png");
  const found = new Map<string, number>();
  for (const { name, render } of contenders) {
    if (name === FLOOR) continue;
    const png = await render(values, "png");
    for (const format of FORMATS) {
      const reference = format === "png" ? ours : png;
      const picture = format === "png" ? png : await render(values, "jpg");
      if (reference) found.set(`${name} ${format}`, await ssim(picture, reference));
    }
  }
  return found;
}
