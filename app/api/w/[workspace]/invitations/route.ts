import { createInvitation, createInvitationInput } from "@/lib/accounts/invitations/create-invitation";
import { listInvitations } from "@/lib/accounts/invitations/list-invitations";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "member.edit", params: workspaceParams }, async (scope) => ({
  invitations: await listInvitations(scope),
}));

export const POST = route(
  { action: "member.edit", params: workspaceParams, body: createInvitationInput },
  async (scope, { body }) => Response.json(await createInvitation(scope, body), { status: 201 }),
);
