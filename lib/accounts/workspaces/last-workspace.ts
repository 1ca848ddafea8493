import { db } from "@/lib/server/db";
import type { Identity } from "../identity";
import type { Scope } from "../scope";

/** Keeps in mind which workspace the person saw last. Written only when it is another. */
export async function noteWorkspace({ userId, workspaceId }: Scope): Promise<void> {
  await db().user.updateMany({
    where: { id: userId, OR: [{ lastWorkspaceId: null }, { lastWorkspaceId: { not: workspaceId } }] },
    data: { lastWorkspaceId: workspaceId },
  });
}

/** The address of the workspace the person saw last, or else of their first; null when they are in none. */
export async function lastWorkspace({ userId }: Identity): Promise<string | null> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: {
      lastWorkspaceId: true,
      members: {
        orderBy: [{ createdAt: "asc" }, { workspaceId: "asc" }],
        select: { workspaceId: true, workspace: { select: { slug: true } } },
      },
    },
  });
  const last = user?.members.find((member) => member.workspaceId === user.lastWorkspaceId);
  return (last ?? user?.members[0])?.workspace.slug ?? null;
}
