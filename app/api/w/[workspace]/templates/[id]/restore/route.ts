import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { restoreTemplate } from "@/lib/server/templates/delete-template";

export const POST = route({ action: "template.delete", params: itemParams }, (scope, { params }) =>
  restoreTemplate(scope, params.id),
);
