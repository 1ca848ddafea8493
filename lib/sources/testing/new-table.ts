import { newId } from "@/lib/accounts/ids";
import { db } from "@/lib/server/db";
import type { Person } from "@/lib/server/testing/people";

/** A table of two columns with one row; the only one of its workspace by that name, for walks make more than there may be. */
export async function newTable({ scope }: Person): Promise<string> {
  const { workspaceId, userId } = scope;
  await db().dataSource.deleteMany({ where: { workspaceId, name: "Canary" } });
  const id = newId("src");
  await db().dataSource.create({
    data: {
      ...{ id, workspaceId, name: "Canary", kind: "table", createdById: userId },
      config: { keyColumn: "Email", param: "id" },
      columns: ["Email", "Name"],
    },
    select: { id: true },
  });
  return id;
}
