import { db } from "@/lib/server/db";
import type { Person } from "@/lib/server/testing/people";
import { createTable } from "../tables/create-table";
import { listOfRows } from "../tables/table-list";

export const CANARY_ROW = { Email: "maria@example.com", Name: "Canary" };

/** A table of two columns with one row; the only one of its workspace by that name, for walks make more than there may be. */
export async function newTable({ scope }: Person): Promise<string> {
  await db().dataSource.deleteMany({ where: { workspaceId: scope.workspaceId, name: "Canary" } });
  const options = { name: "Canary", keyColumn: "Email", param: "id", keyKind: "plain" } as const;
  const { source } = await createTable(scope, options, listOfRows([CANARY_ROW]));
  return source.id;
}
