import { encode } from "next-auth/jwt";
import type { Identity } from "@/lib/accounts/identity";
import { newId } from "@/lib/accounts/ids";
import { hashPassword } from "@/lib/accounts/password";
import type { Role } from "@/lib/accounts/permissions";
import { reachOf, type Scope } from "@/lib/accounts/scope";
import { sessionCookieName } from "@/lib/accounts/session-cookie";
import { createSession } from "@/lib/accounts/sessions";
import { makePerson } from "@/lib/accounts/sign-up";
import { db } from "../db";
import { env } from "../env";

export type Person = {
  scope: Scope;
  identity: Identity;
  /** The `Cookie` header their browser sends. */
  cookie: string;
};

/** What everybody here signs in with. */
export const PASSWORD = "four unrelated words";

/** Its hash at the real cost: one is enough for a file that makes hundreds of people. */
let passwordHash: Promise<string> | undefined;

/** Somebody who signed up just now, in their own workspace. */
export async function newPerson(name = "Nguyễn Thị Hoa"): Promise<Person> {
  const email = `${newId("usr")}@example.com`;
  passwordHash ??= hashPassword(PASSWORD, "sign-up");
  const person = { name, email, passwordHash: await passwordHash, emailVerifiedAt: null };
  const { userId, workspaceId, workspaceSlug } = await makePerson(person);
  return enter({ id: workspaceId, slug: workspaceSlug, name }, userId, "owner");
}

/** A further member of somebody's workspace. */
export async function newMember(
  of: Person,
  role: Role,
  name = "Maeve O'Neil",
  projectIds: string[] = [],
): Promise<Person> {
  const { scope } = await newPerson(name);
  const { workspaceId } = of.scope;
  await db().member.create({ data: { workspaceId, userId: scope.userId, role, projectIds } });
  const { workspaceId: id, workspaceSlug: slug, workspaceName } = of.scope;
  return enter({ id, slug, name: workspaceName }, scope.userId, role, projectIds);
}

async function enter(
  workspace: { id: string; slug: string; name: string },
  userId: string,
  role: Role,
  projectIds: string[] = [],
): Promise<Person> {
  const sessionId = await createSession(userId, "vitest");
  return {
    scope: {
      workspaceId: workspace.id,
      workspaceSlug: workspace.slug,
      workspaceName: workspace.name,
      userId,
      role,
      projectIds: reachOf({ role, projectIds }),
      via: { kind: "session", sessionId },
    },
    identity: { userId, sessionId },
    cookie: await sessionCookie(userId, sessionId),
  };
}

/** The cookie next-auth sets at sign-in. */
export async function sessionCookie(userId: string, sessionId: string): Promise<string> {
  const token = await encode({ token: { sub: userId, sid: sessionId }, secret: env().NEXTAUTH_SECRET });
  return `${sessionCookieName()}=${token}`;
}
