import { z } from "zod";
import { db } from "../../db";
import { operation } from "../operation";
import { memberShape } from "../shapes";

/** Members told of at most. */
const MOST = 1000;

export const MEMBER_OPERATIONS = [
  operation({
    id: "listMembers",
    method: "GET",
    path: "/members",
    tag: "Members",
    summary: "List members",
    description: "Who is in the workspace, with which role.",
    action: "member.read",
    answer: {
      kind: "json",
      status: 200,
      description: "The members, the first who came first.",
      schema: z.strictObject({ members: z.array(memberShape) }),
    },
    example: () => ({}),
    run: async ({ workspaceId }) => {
      const rows = await db().member.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
        take: MOST,
        select: {
          role: true,
          projectIds: true,
          createdAt: true,
          user: { select: { id: true, name: true, email: true } },
        },
      });
      return {
        members: rows.map(({ role, projectIds, createdAt, user }) => ({
          ...user,
          role,
          projectIds: role === "guest" ? projectIds : null,
          joinedAt: createdAt.toISOString(),
        })),
      };
    },
  }),
];
