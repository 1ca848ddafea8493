/** What a workspace may use, in numbers; null: as much as it likes. */
export type PlanLimits = {
  /** Pictures answered, a month. */
  served: number | null;
  /** Pictures painted anew, a month. */
  rendered: number | null;
  /** Batches started, a month. */
  batches: number | null;
  /** Bytes of uploads, deleted ones that old pictures still show included, and of kept pictures. */
  storage: number | null;
  /** People in the workspace, guests included. */
  members: number | null;
};

export type Metric = keyof PlanLimits;

/** What is counted over a month, and begins at nothing in the next. */
export const MONTHLY = ["served", "rendered", "batches"] as const satisfies readonly Metric[];
export type MonthlyMetric = (typeof MONTHLY)[number];

export const PLAN_IDS = ["free", "growth", "scale", "self-hosted"] as const;
export type PlanId = (typeof PLAN_IDS)[number];

export type Plan = { id: PlanId; name: string; limits: PlanLimits };

const MB = 1_000_000;

/** Every plan there is. What a plan includes is changed here and nowhere else. */
export const PLANS: Readonly<Record<PlanId, Plan>> = {
  free: {
    id: "free",
    name: "Free",
    limits: { served: 10_000, rendered: 1_000, batches: 5, storage: 250 * MB, members: 3 },
  },
  growth: {
    id: "growth",
    name: "Growth",
    limits: { served: 1_000_000, rendered: 100_000, batches: 200, storage: 10_000 * MB, members: 15 },
  },
  scale: {
    id: "scale",
    name: "Scale",
    limits: {
      served: 20_000_000,
      rendered: 2_000_000,
      batches: 5_000,
      storage: 100_000 * MB,
      members: 100,
    },
  },
  "self-hosted": {
    id: "self-hosted",
    name: "Self-hosted",
    limits: { served: null, rendered: null, batches: null, storage: null, members: null },
  },
};

export function isPlanId(text: string): text is PlanId {
  return Object.hasOwn(PLANS, text);
}

/** Parts of a quota, per cent, at which a workspace is told. */
export const THRESHOLDS = [80, 100] as const;

/** The highest threshold that is reached; null below the first. A limit of nothing is reached by nothing. */
export function thresholdReached(used: number, limit: number | null): (typeof THRESHOLDS)[number] | null {
  if (limit === null) return null;
  return THRESHOLDS.findLast((threshold) => used * 100 >= limit * threshold) ?? null;
}
