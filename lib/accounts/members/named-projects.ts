import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { Scope } from "../scope";

/** The names of these projects, in their order. `invalid` at `/projectIds` for one that is not of the workspace. */
export async function namedProjects(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.project.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => {
    const name = names.get(id);
    if (name !== undefined) return name;
    throw new AppError("invalid", "One of these projects is not of this workspace. Choose again.", {
      path: "/projectIds",
    });
  });
}
