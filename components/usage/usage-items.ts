import type { Metric } from "@/lib/usage/plans";

/** What was counted. */
export type Counted = { served: number; rendered: number };

export type QuotaItem = { used: number; limit: number | null };

/** The workspace's use of its plan. */
export type WorkspaceUsageItem = Record<Metric, QuotaItem> & { plan: { id: string; name: string } };

export type ProjectUsageItem = Counted & { id: string | null; name: string | null };

export type DayUsageItem = Counted & { day: string };

/** A month, such as 2026-11. */
export type MonthItem = Counted & { month: string };
