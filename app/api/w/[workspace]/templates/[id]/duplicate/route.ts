import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { duplicateInput, duplicateTemplate } from "@/lib/server/templates/duplicate-template";

export const POST = route(
  { action: "template.create", params: itemParams, body: duplicateInput },
  async (scope, { params, body }) =>
    Response.json(await duplicateTemplate(scope, params.id, body), { status: 201 }),
);
