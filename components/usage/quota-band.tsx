import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { Metric } from "@/lib/usage/plans";
import { figure, METRIC_WORDS } from "@/lib/usage/usage-words";
import { classNames } from "../ui/class-names";

export type QuotaBandProps = {
  workspace: string;
  warning: { metric: Metric; threshold: number; used: number; limit: number; plan: string };
};

/** Says on every page that a quota of this month is nearly or wholly used, and what comes of it. */
export function QuotaBand({ workspace, warning }: QuotaBandProps) {
  const { metric, threshold, used, limit, plan } = warning;
  const { label, before, atLimit } = METRIC_WORDS[metric];
  const isFull = threshold >= 100;
  return (
    <section
      aria-label="Quota"
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 text-sm md:px-8",
        isFull ? "bg-danger-soft" : "bg-warning-soft",
      )}
    >
      <TriangleAlert
        aria-hidden
        className={classNames("size-4 shrink-0", isFull ? "text-danger-text" : "text-warning-text")}
      />
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium">
          {label}: {figure(metric, used)} of {figure(metric, limit)}
        </span>{" "}
        that the plan {plan} includes this month. {isFull ? atLimit : before}
      </p>
      <Link href={`/${workspace}/usage`} className="rounded-sm font-medium text-accent-text hover:underline">
        See usage
      </Link>
    </section>
  );
}
