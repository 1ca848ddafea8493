import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createTemplate, createTemplateInput } from "@/lib/server/templates/create-template";
import { listTemplates, templatesQuery } from "@/lib/server/templates/list-templates";

export const GET = route(
  { action: "template.read", params: workspaceParams, query: templatesQuery },
  (scope, { query }) => listTemplates(scope, query),
);

export const POST = route(
  { action: "template.create", params: workspaceParams, body: createTemplateInput },
  async (scope, { body }) => Response.json(await createTemplate(scope, body), { status: 201 }),
);
