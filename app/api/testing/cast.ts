import type { Role } from "@/lib/accounts/permissions";
import { db } from "@/lib/server/db";
import { createProject } from "@/lib/server/projects";
import { newApiKey } from "@/lib/server/testing/ask-api";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { firstProject } from "./things";

/** Whoever may ask for something of a workspace. */
export type Cast = {
  owner: Person;
  members: Record<Role, Person>;
  stranger: Person;
  /** Was an admin. */
  removed: Person;
  /** An admin whose session was ended. */
  revoked: Person;
  /** A guest of another project of the owner's. */
  elsewhere: Person;
  /** Of the REST API, and of nothing else. */
  apiKey: string;
};

export async function newCast(): Promise<Cast> {
  const [owner, stranger] = [await newPerson("Owner"), await newPerson("Stranger")];
  const members = {
    owner,
    admin: await newMember(owner, "admin"),
    editor: await newMember(owner, "editor"),
    viewer: await newMember(owner, "viewer"),
    guest: await newMember(owner, "guest", "Client", [await firstProject(owner)]),
  };
  const removed = await newMember(owner, "admin");
  const { workspaceId, userId } = removed.scope;
  await db().member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
  const { id: otherProject } = await createProject(owner.scope, "Other client");
  const elsewhere = await newMember(owner, "guest", "Elsewhere", [otherProject]);
  const apiKey = await newApiKey(owner);
  const revoked = await newMember(owner, "admin");
  await db().session.update({ where: { id: revoked.identity.sessionId }, data: { revokedAt: new Date() } });
  return { owner, members, stranger, removed, revoked, elsewhere, apiKey };
}

/** Some requests take those out who ask, or give them another role: asks, and leaves the members as they were. */
export async function withMembersKept<T>(of: Person, ask: () => Promise<T>): Promise<T> {
  const { workspaceId } = of.scope;
  const kept = await db().member.findMany({ where: { workspaceId } });
  const answer = await ask();
  await db().member.deleteMany({ where: { workspaceId } });
  await db().member.createMany({ data: kept });
  return answer;
}
