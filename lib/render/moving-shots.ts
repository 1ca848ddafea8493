import { dependsOnClock } from "@/lib/template/depends-on";
import { type ResolveOptions, resolveDocument } from "@/lib/template/resolve-document";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import type { Document } from "@/lib/template/schema";

/** How long a picture moves, one second after the other. */
const SECONDS = 60;

/** What is shown for some seconds, back to front. */
export type LaterShot = { layers: readonly ResolvedLayer[]; seconds: number };

/**
 * How a picture goes on from a moment, second by second: what it shows at first stays for `seconds`, then come the
 * others; the last is what it stays with. Only layers that the time changes are looked at again.
 */
export function movingShots(
  document: Document,
  values: Readonly<Record<string, string>>,
  first: ResolvedDocument,
  { now, ...options }: ResolveOptions & { now: number },
): { seconds: number; later: LaterShot[] } {
  const clocks: Document = { ...document, layers: document.layers.filter(dependsOnClock) };
  const timed = new Set(clocks.layers.map(({ id }) => id));
  const still = new Map(first.layers.filter(({ id }) => !timed.has(id)).map((layer) => [layer.id, layer]));
  const firstTimed = first.layers.filter(({ id }) => timed.has(id));
  const shots: (LaterShot & { told: string })[] = [
    { layers: first.layers, seconds: 1, told: JSON.stringify(firstTimed) },
  ];
  for (let second = 1; second < SECONDS; second += 1) {
    const moment = resolveDocument(clocks, values, { ...options, now: now + second * 1000 }).document;
    const told = JSON.stringify(moment.layers);
    const last = shots.at(-1);
    if (last?.told === told) {
      last.seconds += 1;
      continue;
    }
    const changed = new Map(moment.layers.map((layer) => [layer.id, layer]));
    const layers = document.layers.flatMap(({ id }) => (timed.has(id) ? changed : still).get(id) ?? []);
    shots.push({ layers, seconds: 1, told });
  }
  const [{ seconds } = { seconds: 1 }, ...later] = shots;
  return { seconds, later: later.map(({ told: _told, ...shot }) => shot) };
}
