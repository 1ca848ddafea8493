import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { csvRow } from "@/lib/server/csv-row";
import { db } from "@/lib/server/db";
import { projectNames, usageWithin } from "./load-usage";
import { monthText } from "./months";

export const exportUsageQuery = z.object({
  month: monthText,
  /** `1`: for programs, with cells as they are. Otherwise what a spreadsheet would take for a formula is made text. */
  raw: z.enum(["0", "1"]).default("0"),
});

const COLUMNS = ["day", "project", "project_id", "pictures_served", "pictures_rendered"];

/** A month as CSV (RFC 4180, UTF-8): a line for every day and project that used anything. */
export async function* exportUsage(
  scope: Scope,
  { month, raw }: z.infer<typeof exportUsageQuery>,
): AsyncGenerator<string> {
  const line = (cells: readonly string[]) => csvRow(cells, { raw: raw === "1" });
  const names = await projectNames(scope);
  yield line(COLUMNS);
  // A month is 31 days of 500 projects at most.
  const rows = await db().usageDay.findMany({
    where: usageWithin(scope, month),
    orderBy: [{ day: "asc" }, { projectId: "asc" }],
  });
  yield rows
    .map(({ day, projectId, served, rendered }) =>
      line([
        day.toISOString().slice(0, 10),
        names.get(projectId) ?? "",
        projectId,
        String(served),
        String(rendered),
      ]),
    )
    .join("");
}
