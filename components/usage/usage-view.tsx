import { Download } from "lucide-react";
import Link from "next/link";
import { monthName } from "@/lib/usage/usage-words";
import { Button } from "../ui/button";
import { DayChart } from "./day-chart";
import { MonthTable } from "./month-table";
import { ProjectTable } from "./project-table";
import { QuotaMeter } from "./quota-meter";
import type { DayUsageItem, MonthItem, ProjectUsageItem, WorkspaceUsageItem } from "./usage-items";

export type UsageViewProps = {
  workspace: string;
  /** The month that is shown, such as 2026-11. */
  month: string;
  isThisMonth: boolean;
  usage: WorkspaceUsageItem;
  days: readonly DayUsageItem[];
  projects: readonly ProjectUsageItem[];
  /** Months in which anything was used, the latest first. */
  months: readonly MonthItem[];
};

const COUNTED = ["served", "rendered", "batches"] as const;
const HELD = ["storage", "members"] as const;

/** What the workspace uses of its plan, day by day and project by project. */
export function UsageView(props: UsageViewProps) {
  const { workspace, month, isThisMonth, usage, days, projects, months } = props;
  const name = monthName(new Date(`${month}-01T00:00:00Z`));
  const here = `/${workspace}/usage`;
  return (
    <main className="mx-auto max-w-4xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-lg tracking-tight">Usage</h1>
          <p className="text-muted text-sm">
            {name} on the plan {usage.plan.name}
            {isThisMonth ? "; counts are a few seconds old" : ""}
          </p>
        </div>
        {isThisMonth ? null : (
          <Button asChild variant="ghost">
            <Link href={here}>This month</Link>
          </Button>
        )}
        <Button asChild>
          <a href={`/api/w/${workspace}/usage/export?month=${month}`} download>
            <Download aria-hidden className="size-4" />
            Export CSV
          </a>
        </Button>
      </header>
      <ul className="mb-3 grid gap-3 sm:grid-cols-3">
        {COUNTED.map((metric) => (
          <QuotaMeter key={metric} metric={metric} quota={usage[metric]} />
        ))}
      </ul>
      {isThisMonth ? (
        <ul className="mb-6 grid gap-3 sm:grid-cols-2">
          {HELD.map((metric) => (
            <QuotaMeter key={metric} metric={metric} quota={usage[metric]} />
          ))}
        </ul>
      ) : null}
      <DayChart days={days} name={name} />
      <ProjectTable projects={projects} />
      <MonthTable months={months} here={here} shown={month} />
    </main>
  );
}
