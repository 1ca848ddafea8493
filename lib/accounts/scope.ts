import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { Identity } from "./identity";
import { type Action, allowed, type Role, staysInProjects } from "./permissions";

/** What somebody acts through: a session of theirs in a browser, or a key they made for a program. */
export type Via = { kind: "session"; sessionId: string } | { kind: "key"; keyId: string };

/**
 * Leave to act inside one workspace. Every function that touches tenant data takes a scope first and puts what it
 * reaches into every `where` (see `within.ts`); only `openScope` and `openKeyScope` make one.
 */
export type Scope = {
  workspaceId: string;
  workspaceSlug: string;
  workspaceName: string;
  /** The person who acts, or who answers for the key that does. */
  userId: string;
  role: Role;
  /** The only projects within reach; null: all of the workspace, and what belongs to the whole of it. */
  projectIds: readonly string[] | null;
  via: Via;
};

/** What of a scope decides which rows are within it. */
export type Reach = Pick<Scope, "workspaceId" | "projectIds">;

/**
 * The scope of a person in a workspace for one action. A workspace that does not exist and one the person is no
 * member of are the same `not_found`; a member whose role does not allow the action gets `forbidden`.
 */
export async function openScope(identity: Identity, workspaceSlug: string, action: Action): Promise<Scope> {
  const member = await db().member.findFirst({
    where: { userId: identity.userId, workspace: { slug: workspaceSlug } },
    select: { role: true, projectIds: true, workspace: { select: { id: true, slug: true, name: true } } },
  });
  if (!member) throw new AppError("not_found", "There is no such workspace, or you are not a member of it.");
  requireAllowed(member.role, action);
  return {
    workspaceId: member.workspace.id,
    workspaceSlug: member.workspace.slug,
    workspaceName: member.workspace.name,
    userId: identity.userId,
    role: member.role,
    projectIds: reachOf(member),
    via: { kind: "session", sessionId: identity.sessionId },
  };
}

/** The only projects a membership reaches; null: all. */
export function reachOf({ role, projectIds }: { role: Role; projectIds: string[] }): string[] | null {
  return role === "guest" ? projectIds : null;
}

/** @throws AppError `forbidden` when the role may not do it */
export function requireAllowed(role: Role, action: Action): void {
  if (allowed(role, action) && (role !== "guest" || staysInProjects(action))) return;
  throw new AppError(
    "forbidden",
    `Your role here is ${role}, which does not allow this. Ask an owner of the workspace.`,
    { details: { role, action } },
  );
}
