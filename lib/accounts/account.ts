import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { Identity } from "./identity";
import type { Role } from "./permissions";

export type Account = { name: string; email: string };

/** The person's own profile. */
export async function loadAccount(identity: Identity): Promise<Account> {
  const account = await db().user.findUnique({
    where: { id: identity.userId },
    select: { name: true, email: true },
  });
  if (!account) throw new AppError("not_signed_in", "Your account is gone. Sign in again.");
  return account;
}

/** Changes what the person is called. */
export async function renameAccount(identity: Identity, name: string): Promise<Account> {
  return db().user.update({
    where: { id: identity.userId },
    data: { name },
    select: { name: true, email: true },
  });
}

export type Membership = { slug: string; name: string; role: Role };

/** The workspaces the person is a member of, the oldest membership first. */
export async function listMemberships(identity: Identity): Promise<Membership[]> {
  const members = await db().member.findMany({
    where: { userId: identity.userId },
    orderBy: [{ createdAt: "asc" }, { workspaceId: "asc" }],
    select: { role: true, workspace: { select: { slug: true, name: true } } },
  });
  return members.map(({ role, workspace }) => ({ ...workspace, role }));
}
