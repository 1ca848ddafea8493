import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import type { Counted } from "./load-usage";
import { monthOf } from "./months";

/** Months told of at most. */
const MOST = 36;

/** The months in which the workspace used anything, the latest first. For whoever reaches all of it. */
export async function listMonths({ workspaceId }: Scope): Promise<(Counted & { month: string })[]> {
  const rows = await db().usageMonth.findMany({
    where: { workspaceId },
    orderBy: { month: "desc" },
    take: MOST,
  });
  return rows.map(({ month, served, rendered }) => ({
    month: monthOf(month),
    served: Number(served),
    rendered: Number(rendered),
  }));
}
