import type { Metric } from "./plans";

type MetricWords = {
  /** What a person calls it. */
  label: string;
  /** Whether it begins at nothing every month. */
  isMonthly: boolean;
  /** What comes of reaching the limit, before it is reached. */
  before: string;
  /** What comes of it, once it is. */
  atLimit: string;
};

const LINKS_GO_ON = "Links go on showing their pictures";
const MONTHLY_WORDS = {
  isMonthly: true,
  before: `${LINKS_GO_ON} when all is used.`,
  atLimit: `${LINKS_GO_ON}. Ask whoever runs this service for a larger plan.`,
} as const;

/** What people are told of each quota. */
export const METRIC_WORDS: Readonly<Record<string, MetricWords> & Record<Metric, MetricWords>> = {
  served: { label: "Pictures served", ...MONTHLY_WORDS },
  rendered: { label: "Pictures rendered", ...MONTHLY_WORDS },
  batches: {
    label: "Batches started",
    isMonthly: true,
    before: "When all are started, no more can be until the month is over. What is running goes on.",
    atLimit: "No more batches can be started this month. What is running goes on.",
  },
  storage: {
    label: "Storage",
    isMonthly: false,
    before: "When it is full, no more pictures and fonts can be uploaded.",
    atLimit: "No more pictures and fonts can be uploaded. Everything that is there stays.",
  },
  members: {
    label: "Members",
    isMonthly: false,
    before: "When all places are taken, nobody more can be invited.",
    atLimit: "Nobody more can be invited. Everybody who is in stays.",
  },
};

/** A figure as people read it: bytes as kB, MB or GB, everything else with commas. */
export function figure(metric: string, value: number): string {
  if (metric !== "storage") return value.toLocaleString("en-GB");
  const mb = value / 1_000_000;
  if (mb < 1) return `${Math.ceil(value / 1000).toLocaleString("en-GB")} kB`;
  if (mb >= 1000) return `${(mb / 1000).toLocaleString("en-GB", { maximumFractionDigits: 1 })} GB`;
  return `${mb.toLocaleString("en-GB", { maximumFractionDigits: mb < 10 ? 1 : 0 })} MB`;
}

/** A month as people read it, such as November 2026. */
export function monthName(month: Date): string {
  return month.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}
