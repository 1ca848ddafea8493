import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { projectsWithin } from "@/lib/accounts/within";
import { db } from "@/lib/server/db";
import { membersUsed } from "./member-quota";
import { daysOf, monthLater, monthOf, monthStart, monthText } from "./months";
import { planOf } from "./plan-of";
import type { Metric, PlanId } from "./plans";
import { storageUsed } from "./storage-quota";

export const usageQuery = z.strictObject({
  month: monthText.optional().describe("A calendar month in UTC, such as `2026-11`; left out: this month."),
  project: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/, "Expected the id of a project.")
    .optional()
    .describe("Only what this project used."),
});
export type UsageQuery = z.infer<typeof usageQuery>;

/** What was counted. */
export type Counted = { served: number; rendered: number };

export type ProjectUsage = Counted & {
  /** Null: pictures whose project was not known. */
  id: string | null;
  name: string | null;
};
export type DayUsage = Counted & { day: string };

export type Quota = { used: number; limit: number | null };

export type WorkspaceUsage = Record<Metric, Quota> & { plan: { id: PlanId; name: string } };

export type Usage = {
  month: string;
  /** The whole workspace against its plan; null for whoever reaches some projects only. */
  workspace: WorkspaceUsage | null;
  /** Those that used anything, the one that was seen most first. */
  projects: ProjectUsage[];
  /** Every day of the month until today. */
  days: DayUsage[];
};

/** What the projects within reach used in a month, and the whole workspace where all of it is within reach. */
export async function loadUsage(
  scope: Scope,
  { month: asked, project }: UsageQuery,
  now = new Date(),
): Promise<Usage> {
  const month = asked ?? monthOf(now);
  const where = usageWithin(scope, month, project);
  const _sum = { served: true, rendered: true } as const;
  const [byProject, byDay, workspace] = await Promise.all([
    db().usageDay.groupBy({ by: ["projectId"], where, _sum }),
    db().usageDay.groupBy({ by: ["day"], where, _sum }),
    scope.projectIds === null ? loadWorkspace(scope, month, now) : null,
  ]);
  const names = await projectNames(scope);
  const projects = byProject.map(({ projectId, _sum: sums }) => ({
    id: projectId === "" ? null : projectId,
    name: names.get(projectId) ?? null,
    ...counted(sums),
  }));
  const counts = new Map(byDay.map(({ day, _sum: sums }) => [day.toISOString().slice(0, 10), counted(sums)]));
  const today = now.toISOString().slice(0, 10);
  return {
    month,
    workspace,
    projects: projects.sort((one, other) => other.served - one.served),
    days: daysOf(month)
      .filter((day) => day <= today)
      .map((day) => ({ day, ...(counts.get(day) ?? NOTHING) })),
  };
}

const NOTHING: Counted = { served: 0, rendered: 0 };

/** The counts of a month that are within reach. */
export function usageWithin({ workspaceId, projectIds }: Scope, month: string, project?: string) {
  return {
    workspaceId,
    day: { gte: monthStart(month), lt: monthStart(monthLater(month, 1)) },
    AND: [
      projectIds === null ? {} : { projectId: { in: [...projectIds] } },
      project === undefined ? {} : { projectId: project },
    ],
  };
}

/** What the projects within reach are called, by their ids. */
export async function projectNames(scope: Scope): Promise<Map<string, string>> {
  const rows = await db().project.findMany({
    where: projectsWithin(scope),
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function counted(sums: { served: bigint | null; rendered: bigint | null }): Counted {
  return {
    served: Number(sums.served ?? 0),
    rendered: Number(sums.rendered ?? 0),
  };
}

async function loadWorkspace(scope: Scope, month: string, now: Date): Promise<WorkspaceUsage> {
  const { workspaceId } = scope;
  const [{ plan, usageMonths }, storage, { members, invited }] = await Promise.all([
    db().workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { plan: true, usageMonths: { where: { month: monthStart(month) } } },
    }),
    storageUsed(db(), scope),
    membersUsed(db(), scope, now),
  ]);
  const { id, name, limits } = planOf({ plan });
  const total = counted(usageMonths[0] ?? { served: null, rendered: null });
  const of = (metric: Metric, used: number): Quota => ({ used, limit: limits[metric] });
  return {
    plan: { id, name },
    served: of("served", total.served),
    rendered: of("rendered", total.rendered),
    batches: of("batches", Number(usageMonths[0]?.batches ?? 0)),
    storage: of("storage", storage),
    members: of("members", members + invited),
  };
}
