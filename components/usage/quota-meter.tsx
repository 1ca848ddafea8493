import type { Metric } from "@/lib/usage/plans";
import { thresholdReached } from "@/lib/usage/plans";
import { figure, METRIC_WORDS } from "@/lib/usage/usage-words";
import { classNames } from "../ui/class-names";
import type { QuotaItem } from "./usage-items";

/** How much of one quota is used: as a figure, as a bar, and in words where it is nearly or wholly used. */
export function QuotaMeter({ metric, quota: { used, limit } }: { metric: Metric; quota: QuotaItem }) {
  const { label, before, atLimit } = METRIC_WORDS[metric];
  const reached = thresholdReached(used, limit);
  const percent = limit === null || limit === 0 ? 0 : Math.min(100, (used / limit) * 100);
  const tone = reached === 100 ? "bg-danger" : reached === 80 ? "bg-warning-text" : "bg-accent";
  return (
    <li className="grid content-start gap-2 rounded-lg bg-panel px-4 py-3 shadow-card">
      <p className="text-muted text-xs">{label}</p>
      <p className="figures flex flex-wrap items-baseline gap-x-1.5">
        <span className="font-semibold text-xl tracking-tight">{figure(metric, used)}</span>
        <span className="text-faint text-xs">
          {limit === null ? "no limit" : `of ${figure(metric, limit)}`}
        </span>
      </p>
      {limit === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: browsers let a meter look in no other way than theirs
        <div
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={limit}
          aria-valuenow={Math.min(used, limit)}
          aria-valuetext={`${figure(metric, used)} of ${figure(metric, limit)}`}
          className="h-1.5 overflow-hidden rounded-full bg-active"
        >
          <div className={classNames("h-full rounded-full", tone)} style={{ width: `${percent}%` }} />
        </div>
      )}
      {reached === null ? null : (
        <p className={classNames("text-xs", reached === 100 ? "text-danger-text" : "text-warning-text")}>
          {reached === 100 ? atLimit : before}
        </p>
      )}
    </li>
  );
}
