import { z } from "zod";
import { transaction } from "@/lib/server/db";
import { type MonthTotal, quotaReached } from "./quota-reached";
import type { UsageRow } from "./usage-counts";

/** Counts that are added together and once, however often they are sent. */
export type UsageBatch = { id: string; rows: UsageRow[] };

const count = z.coerce.number();
const totals = z.array(
  z.object({
    workspaceId: z.string(),
    month: z.string(),
    plan: z.string().nullable(),
    served: count,
    rendered: count,
  }),
);

/**
 * Adds counts to the days and months of their workspaces, and finds what quotas they reach, all or nothing. A batch that
 * was added before, whose answer was lost, adds nothing. Counts of a workspace that is gone are dropped.
 */
export async function addUsage({ id, rows }: UsageBatch, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    // Rows are taken in one order by everybody, so that nobody waits for one who waits for them.
    const added = await tx.$queryRaw`
      WITH claimed AS (
        INSERT INTO "UsageFlush" (id, at) VALUES (${id}, ${now}) ON CONFLICT (id) DO NOTHING RETURNING id
      ), given AS (
        SELECT row."workspaceId", row."projectId", row.day, sum(row.served)::bigint AS served,
          sum(row.rendered)::bigint AS rendered
        FROM claimed, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(
          "workspaceId" text, "projectId" text, day date, served bigint, rendered bigint)
        JOIN "Workspace" ON "Workspace".id = row."workspaceId"
        GROUP BY 1, 2, 3
      ), days AS (
        INSERT INTO "UsageDay" AS known ("workspaceId", "projectId", day, served, rendered)
        SELECT "workspaceId", "projectId", day, served, rendered FROM given ORDER BY 1, 3, 2
        ON CONFLICT ("workspaceId", day, "projectId") DO UPDATE SET
          served = known.served + excluded.served,
          rendered = known.rendered + excluded.rendered
      )
      INSERT INTO "UsageMonth" AS known ("workspaceId", month, served, rendered)
      SELECT "workspaceId", date_trunc('month', day)::date, sum(served)::bigint, sum(rendered)::bigint
      FROM given GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT ("workspaceId", month) DO UPDATE SET
        served = known.served + excluded.served,
        rendered = known.rendered + excluded.rendered
      RETURNING "workspaceId", to_char(month, 'YYYY-MM') AS month, served::text, rendered::text,
        (SELECT plan FROM "Workspace" WHERE id = known."workspaceId") AS plan`;
    const months = totals.parse(added).flatMap(({ served, rendered, ...of }): MonthTotal[] => [
      { ...of, metric: "served", used: served },
      { ...of, metric: "rendered", used: rendered },
    ]);
    await quotaReached(tx, months, now);
  });
}
