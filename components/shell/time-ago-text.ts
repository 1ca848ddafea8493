const UNITS = [
  { unit: "minute", ms: 60_000, below: 60 },
  { unit: "hour", ms: 3_600_000, below: 24 },
  { unit: "day", ms: 86_400_000, below: 30 },
  { unit: "month", ms: 2_629_800_000, below: 12 },
  { unit: "year", ms: 31_557_600_000, below: Number.POSITIVE_INFINITY },
] as const;

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });

/** "just now", "5 min. ago", "yesterday", "3 mo. ago". A time in the future counts as now: clocks differ. */
export function timeAgo(date: Date, now: number): string {
  const elapsed = now - date.getTime();
  if (elapsed < 45_000) return "just now";
  for (const { unit, ms, below } of UNITS) {
    const count = Math.max(1, Math.round(elapsed / ms));
    if (count < below) return format.format(-count, unit);
  }
  return format.format(-1, "year");
}
