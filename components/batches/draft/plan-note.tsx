import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { QuotaItem } from "../../usage/usage-items";
import { count, many } from "../batch-words";

/** What a start counts against: pictures that are rendered, and batches that are started, this month. */
export type PlanQuotas = { rendered: QuotaItem; batches: QuotaItem };

/** How many pictures a start makes, and what that is of the plan. */
export function PlanNote({ pictures, quotas }: { pictures: number; quotas: PlanQuotas | null }) {
  return (
    <div className="figures grid min-w-0 gap-0.5 text-xs">
      <p className="font-medium text-sm">{many(pictures, "picture")}</p>
      {quotas === null ? null : <Standing pictures={pictures} {...quotas} />}
    </div>
  );
}

function Standing({ pictures, rendered, batches }: PlanQuotas & { pictures: number }) {
  if (batches.limit !== null && batches.used >= batches.limit)
    return (
      <Warning>
        All {many(batches.limit, "batch", "batches")} of this month are started: this one can start next
        month.
      </Warning>
    );
  const after = rendered.used + pictures;
  if (rendered.limit !== null && after > rendered.limit)
    return (
      <Warning>
        {count(rendered.used)} of {count(rendered.limit)} rendered pictures of this month are used. This goes{" "}
        {count(after - rendered.limit)} beyond the plan.
      </Warning>
    );
  const parts = [
    rendered.limit === null ? "" : `${count(after)} of ${count(rendered.limit)} rendered pictures`,
    batches.limit === null ? "" : `${count(batches.used + 1)} of ${many(batches.limit, "batch", "batches")}`,
  ].filter(Boolean);
  return (
    <p className="text-faint">
      {parts.length === 0
        ? "The plan of this workspace has no limit."
        : `Afterwards ${parts.join(" and ")} of this month are used.`}
    </p>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-1.5 text-warning-text">
      <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
