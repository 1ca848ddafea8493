import { z } from "zod";
import type { Database } from "@/lib/server/db";
import { quotaReached } from "./quota-reached";

/** What is counted of batches, in the transaction that does it, so that nothing counts twice. */
export type BatchCounts = {
  workspaceId: string;
  projectId: string;
  /** Pictures painted. */
  rendered: number;
  /** Batches started. */
  batches: number;
};

const count = z.coerce.number();
const totals = z.array(
  z.object({ month: z.string(), plan: z.string().nullable(), rendered: count, batches: count }),
);

/** Adds to the day and month of a workspace, and finds what quotas that reaches. */
export async function countBatches(tx: Database, counts: BatchCounts, now: Date): Promise<void> {
  const { workspaceId, projectId } = counts;
  const [rendered, batches] = [BigInt(counts.rendered), BigInt(counts.batches)];
  const day = now.toISOString().slice(0, 10);
  const added = await tx.$queryRaw`
    WITH days AS (
      INSERT INTO "UsageDay" AS known ("workspaceId", "projectId", day, rendered, batches)
      VALUES (${workspaceId}, ${projectId}, ${day}::date, ${rendered}, ${batches})
      ON CONFLICT ("workspaceId", day, "projectId") DO UPDATE SET
        rendered = known.rendered + excluded.rendered,
        batches = known.batches + excluded.batches
    )
    INSERT INTO "UsageMonth" AS known ("workspaceId", month, rendered, batches)
    VALUES (${workspaceId}, date_trunc('month', ${day}::date)::date, ${rendered}, ${batches})
    ON CONFLICT ("workspaceId", month) DO UPDATE SET
      rendered = known.rendered + excluded.rendered,
      batches = known.batches + excluded.batches
    RETURNING to_char(month, 'YYYY-MM') AS month, rendered::text, batches::text,
      (SELECT plan FROM "Workspace" WHERE id = known."workspaceId") AS plan`;
  for (const { month, plan, ...used } of totals.parse(added)) {
    const of = { workspaceId, month, plan };
    const reached = [
      { ...of, metric: "rendered", used: used.rendered } as const,
      { ...of, metric: "batches", used: used.batches } as const,
    ];
    await quotaReached(tx, reached, now);
  }
}
