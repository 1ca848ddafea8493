import { db } from "@/lib/server/db";
import type { Scope } from "../scope";

/** Whom a filter of the log offers: everybody the log tells of, those who have left included, by name. */
export async function listActors({ workspaceId }: Scope): Promise<{ id: string; name: string }[]> {
  const rows = await db().auditEvent.findMany({
    where: { workspaceId, userId: { not: "" } },
    distinct: ["userId"],
    orderBy: [{ userId: "asc" }, { at: "desc" }],
    take: 1000,
    select: { userId: true, userName: true },
  });
  return rows
    .map(({ userId, userName }) => ({ id: userId, name: userName }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}
