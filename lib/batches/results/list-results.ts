import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { batchPictureUrl } from "../batch-address";
import { failureOf, isMade, storedOutcomes } from "../outcomes";
import { ROWS_A_PART } from "../parts";
import { resultsOf } from "./each-result";

/** What became of a row, for programs: nothing of what stands in it. */
export type ResultItem = {
  row: number;
  /** `waiting`: nobody has tried, or it is being made. */
  state: "made" | "failed" | "left_out" | "waiting";
  url: string | null;
  bytes: number | null;
  problem: { code: string; detail: string } | null;
};

/** Results from a row on, at most so many, and the number of the row after; null: these were the last. */
export async function listResults(
  scope: Scope,
  id: string,
  { from = 1, limit, only }: { from?: number | undefined; limit: number; only?: "failed" | undefined },
  now = new Date(),
): Promise<{ results: ResultItem[]; nextRow: number | null }> {
  const { item, key, workspaceId } = await resultsOf(scope, id, now);
  const results: ResultItem[] = [];
  for (let index = Math.floor((from - 1) / ROWS_A_PART); ; ) {
    const parts = await db().batchPart.findMany({
      where: {
        batchId: id,
        workspaceId,
        index: { gte: index },
        ...(only === "failed" ? { failed: { gt: 0 } } : {}),
      },
      orderBy: { index: "asc" },
      take: 50,
      select: { index: true, firstRow: true, rows: true, outcomes: true },
    });
    for (const part of parts) {
      const ended = storedOutcomes.parse(part.outcomes) ?? [];
      for (let at = 0; at < part.rows; at += 1) {
        const row = part.firstRow + at;
        const outcome = ended[at];
        const failure = failureOf(outcome);
        if (row < from || (only === "failed" && failure === null)) continue;
        if (results.length === limit) return { results, nextRow: row };
        const made = isMade(outcome);
        results.push({
          row,
          state: made ? "made" : failure ? "failed" : outcome ? "left_out" : "waiting",
          url: made ? batchPictureUrl(key, row, item.output.format) : null,
          bytes: made ? outcome.b : null,
          problem: failure && { code: failure.code, detail: failure.sentence },
        });
      }
      index = part.index + 1;
    }
    if (parts.length < 50) return { results, nextRow: null };
  }
}
