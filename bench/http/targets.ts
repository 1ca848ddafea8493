import { decimals, type Target } from "../figures";
import { type Burst, totalOf } from "./burst";
import type { Identical } from "./identical";
import type { WarmLoad } from "./warm-load";

/** `share` by requests a second, `cpuShare` by processor time for a request, which no client brakes. */
export type Warm = { ours: WarmLoad; plain: WarmLoad; share: number; cpuShare: number };

export type ServerFigures = {
  warm: readonly Warm[];
  /** Equal requests at once, in one process and over HTTP. */
  counted: Identical;
  identical: Burst;
  crowd: Burst;
  /** Pictures a second before the crowd came. */
  steadyRate: number;
};

/** Shares of the bare server's requests, and of the steady rate in a crowd, that are asked for. */
const WARM_SHARE = 0.5;
const CROWD_SHARE = 0.8;

/** What was asked of the server. */
export function serverTargets({ warm, counted, identical, crowd, steadyRate }: ServerFigures): Target[] {
  const share = Math.min(...warm.map((one) => one.share));
  const cpuShare = Math.min(...warm.map((one) => one.cpuShare));
  const ok = identical.statuses.ok ?? 0;
  const own = crowd.statuses.ok ?? 0;
  const ownShare = own / crowd.seconds / steadyRate;
  return [
    {
      name: "warm hits against a bare server, lowest share",
      wanted: `>= ${WARM_SHARE}`,
      measured: `${decimals(share, 2)}, by processor time ${decimals(cpuShare, 2)}`,
      met: share >= WARM_SHARE && !(cpuShare < WARM_SHARE),
    },
    {
      name: `${identical.requests} equal cold requests are painted`,
      wanted: "once, all ok",
      measured: `${counted.paintings} times, ${ok} ok`,
      met:
        counted.paintings === 1 &&
        counted.tags === 1 &&
        identical.distinct === 1 &&
        ok === identical.requests,
    },
    {
      name: `${crowd.requests} at once: answers that are pictures`,
      wanted: "all",
      measured: String(crowd.requests - totalOf(crowd.errors) - crowd.notPictures),
      met: totalOf(crowd.errors) === 0 && crowd.notPictures === 0,
    },
    {
      name: "own pictures meanwhile, of the steady rate",
      wanted: `>= ${CROWD_SHARE}`,
      measured: `${decimals(ownShare, 2)}, ${crowd.distinct} different of ${own}`,
      met: ownShare >= CROWD_SHARE && crowd.distinct === own,
    },
  ];
}
