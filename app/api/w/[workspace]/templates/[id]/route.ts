import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { changeTemplate, changeTemplateInput } from "@/lib/server/templates/change-template";
import { deleteTemplate } from "@/lib/server/templates/delete-template";

export const PATCH = route(
  { action: "template.edit", params: itemParams, body: changeTemplateInput },
  (scope, { params, body }) => changeTemplate(scope, params.id, body),
);

export const DELETE = route({ action: "template.delete", params: itemParams }, (scope, { params }) =>
  deleteTemplate(scope, params.id),
);
