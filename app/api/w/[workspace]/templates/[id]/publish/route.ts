import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { publishInput, publishTemplate } from "@/lib/server/templates/publish-template";

export const POST = route(
  { action: "template.publish", params: itemParams, body: publishInput },
  (scope, { params, body }) => publishTemplate(scope, params.id, body.revision, body.note),
);
