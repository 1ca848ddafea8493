import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createStarter, createStarterInput, listStarters } from "@/lib/server/templates/starters";

export const GET = route({ action: "starter.read", params: workspaceParams }, async (scope) => ({
  starters: await listStarters(scope),
}));

export const POST = route(
  { action: "starter.create", params: workspaceParams, body: createStarterInput },
  async (scope, { body }) => Response.json(await createStarter(scope, body), { status: 201 }),
);
