import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { deleteStarter, renameStarter, renameStarterInput } from "@/lib/server/templates/starters";

export const PATCH = route(
  { action: "starter.edit", params: itemParams, body: renameStarterInput },
  (scope, { params, body }) => renameStarter(scope, params.id, body.name),
);

export const DELETE = route({ action: "starter.delete", params: itemParams }, (scope, { params }) =>
  deleteStarter(scope, params.id),
);
