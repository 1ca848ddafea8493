import { db } from "@/lib/server/db";
import type { Role } from "../permissions";
import type { Scope } from "../scope";
import { MEMBER_SELECT, type MemberRow } from "./find-member";

/** A member as the members page shows them. */
export type MemberItem = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** The projects a guest sees; of other roles it says nothing. */
  projectIds: string[];
  joinedAt: Date;
};

/** Members told of at most. */
const MOST = 1000;

/** Who is in the workspace, the first who came first. */
export async function listMembers({ workspaceId }: Scope): Promise<MemberItem[]> {
  const rows = await db().member.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    take: MOST,
    select: MEMBER_SELECT,
  });
  return rows.map(memberItem);
}

export function memberItem({ user, createdAt, ...row }: MemberRow): MemberItem {
  return { ...row, ...user, joinedAt: createdAt };
}
