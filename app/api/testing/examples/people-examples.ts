import { newId } from "@/lib/accounts/ids";
import { revokeInvitation } from "@/lib/accounts/invitations/revoke-invitation";
import { removeMember } from "@/lib/accounts/members/remove-member";
import { newMember } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { firstProject, newInvitation } from "../things";

/** Of members, invitations and leaving. */
export const PEOPLE_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/members": async () => ({}),
  "PATCH w/[workspace]/members/[id]": async (owner) => ({
    id: (await newMember(owner, "viewer")).scope.userId,
    body: { role: "guest", projectIds: [await firstProject(owner)] },
  }),
  "DELETE w/[workspace]/members/[id]": async (owner) => ({
    id: (await newMember(owner, "viewer")).scope.userId,
  }),
  // What somebody else removed is not theirs to take back: being let in ends in a conflict for all but the owner.
  "POST w/[workspace]/members/[id]/restore": async (owner) => {
    const { userId } = (await newMember(owner, "viewer")).scope;
    return { id: userId, body: await removeMember(owner.scope, userId), statusOfOthers: 409 };
  },
  "POST w/[workspace]/leave": async (owner) => {
    await newMember(owner, "owner");
    return { status: 204 };
  },
  "POST w/[workspace]/transfer": async (owner) => ({
    body: { userId: (await newMember(owner, "viewer")).scope.userId },
    status: 204,
  }),
  "GET w/[workspace]/invitations": async () => ({}),
  "POST w/[workspace]/invitations": async () => ({
    body: { email: `${newId("usr")}@example.com`, role: "editor", mail: false },
    status: 201,
  }),
  "DELETE w/[workspace]/invitations/[id]": async (owner) => ({
    id: (await newInvitation(owner)).id,
    status: 204,
  }),
  "POST w/[workspace]/invitations/[id]/restore": async (owner) => {
    const { id } = await newInvitation(owner);
    await revokeInvitation(owner.scope, id);
    return { id };
  },
  "POST w/[workspace]/invitations/[id]/resend": async (owner) => ({
    id: (await newInvitation(owner)).id,
    body: { mail: false },
  }),
};
