import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/server/db";

/** Batches of a workspace that are not started, and rows in them, from which no further one is taken: they cost nothing. */
export const MOST_DRAFTS = 200;
const MOST_DRAFT_ROWS = 2_000_000;

/**
 * Refuses another draft where a workspace has many; lists that are being read are some. Whoever has to be sure holds the
 * workspace (`lockWorkspace`). @throws AppError `conflict`
 */
export async function refuseManyDrafts(
  tx: Database,
  { workspaceId }: Pick<Scope, "workspaceId">,
  now: Date,
): Promise<void> {
  const where = { workspaceId, state: "draft" as const, expiresAt: { gt: now } };
  const { _sum, _count } = await tx.batch.aggregate({ where, _sum: { rows: true }, _count: true });
  if (_count >= MOST_DRAFTS) throw tooMany(`${MOST_DRAFTS} batches that are not started`, `it has ${_count}`);
  const rows = _sum.rows ?? 0;
  if (rows < MOST_DRAFT_ROWS) return;
  const [most, has] = [MOST_DRAFT_ROWS, rows].map((count) => count.toLocaleString("en"));
  throw tooMany(`${most} rows in batches that are not started`, `they have ${has}`);
}

function tooMany(most: string, has: string): AppError {
  return new AppError(
    "conflict",
    `Expected at most ${most} in a workspace, and ${has}. Start or delete some of them.`,
  );
}
