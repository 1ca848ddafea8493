import { listMemberships } from "@/lib/accounts/account";
import { createWorkspace } from "@/lib/accounts/workspaces/create-workspace";
import { accountRoute } from "@/lib/server/http/route";
import { workspaceInput } from "@/lib/server/workspaces";

export const GET = accountRoute({}, async (identity) => ({ workspaces: await listMemberships(identity) }));

export const POST = accountRoute({ body: workspaceInput }, async (identity, { body }) =>
  Response.json(await createWorkspace(identity, body.name), { status: 201 }),
);
