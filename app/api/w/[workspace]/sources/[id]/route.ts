import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { deleteSource, loadSource, renameSource, renameSourceInput } from "@/lib/sources/manage-sources";

export const GET = route({ action: "source.read", params: itemParams }, (scope, { params }) =>
  loadSource(scope, params.id),
);

export const PATCH = route(
  { action: "source.edit", params: itemParams, body: renameSourceInput },
  (scope, { params, body }) => renameSource(scope, params.id, body),
);

export const DELETE = route({ action: "source.edit", params: itemParams }, (scope, { params }) =>
  deleteSource(scope, params.id),
);
