import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { duplicateTemplate } from "@/lib/server/templates/duplicate-template";

export const POST = route({ action: "template.create", params: itemParams }, async (scope, { params }) =>
  Response.json(await duplicateTemplate(scope, params.id), { status: 201 }),
);
