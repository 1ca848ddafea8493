import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { recordEvent } from "../audit/record-event";
import type { Identity } from "../identity";
import { newId } from "../ids";
import { SLUG_ATTEMPTS, slugFor } from "./slug-for";

/** Workspaces that one person may own. */
const MOST_OWNED = 50;

/** Makes a workspace with the person as its owner, and its first project. `conflict` past the limit. */
export async function createWorkspace(
  { userId, sessionId }: Identity,
  name: string,
): Promise<{ slug: string; name: string }> {
  for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt += 1) {
    const id = newId("wsp");
    const slug = slugFor(name, attempt);
    const isMade = await transaction(async (tx) => {
      await requireRoom(tx, userId);
      const { count } = await tx.workspace.createMany({ data: { id, slug, name }, skipDuplicates: true });
      if (count === 0) return false;
      await tx.member.create({ data: { workspaceId: id, userId, role: "owner" }, select: { userId: true } });
      await tx.project.create({
        data: { id: newId("prj"), workspaceId: id, name: "First project" },
        select: { id: true },
      });
      const actor = { workspaceId: id, userId, via: { kind: "session", sessionId } } as const;
      await recordEvent(tx, actor, "workspace.create", { kind: "workspace", id, name });
      return true;
    });
    if (isMade) return { slug, name };
  }
  throw new AppError("unavailable", "No free address was found for the workspace. Try again.");
}

/** Counts behind a lock that is held to the end of the transaction, so that no two take the last place. */
async function requireRoom(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId} FOR NO KEY UPDATE`;
  if ((await tx.member.count({ where: { userId, role: "owner" } })) < MOST_OWNED) return;
  throw new AppError("conflict", `One person can own at most ${MOST_OWNED} workspaces.`, { path: "/name" });
}
