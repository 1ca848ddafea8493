import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { Identity } from "./identity";
import { type Action, allowed, type Role } from "./permissions";

/**
 * Leave to act inside one workspace. Every function that touches tenant data takes a scope first and puts its
 * `workspaceId` into every `where`; only `openScope` makes one.
 */
export type Scope = {
  workspaceId: string;
  workspaceSlug: string;
  workspaceName: string;
  userId: string;
  role: Role;
  sessionId: string;
};

/**
 * The scope of a person in a workspace for one action. A workspace that does not exist and one the person is no
 * member of are the same `not_found`; a member whose role does not allow the action gets `forbidden`.
 */
export async function openScope(identity: Identity, workspaceSlug: string, action: Action): Promise<Scope> {
  const member = await db().member.findFirst({
    where: { userId: identity.userId, workspace: { slug: workspaceSlug } },
    select: { role: true, workspace: { select: { id: true, slug: true, name: true } } },
  });
  if (!member) throw new AppError("not_found", "There is no such workspace, or you are not a member of it.");
  if (!allowed(member.role, action)) {
    throw new AppError(
      "forbidden",
      `Your role here is ${member.role}, which does not allow this. Ask an owner of the workspace.`,
      { details: { role: member.role, action } },
    );
  }
  return {
    workspaceId: member.workspace.id,
    workspaceSlug: member.workspace.slug,
    workspaceName: member.workspace.name,
    userId: identity.userId,
    role: member.role,
    sessionId: identity.sessionId,
  };
}
