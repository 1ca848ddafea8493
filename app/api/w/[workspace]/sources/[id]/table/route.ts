import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { changeTable, loadTable } from "@/lib/sources/tables/table-details";
import { changeTableInput } from "@/lib/sources/tables/table-input";

export const GET = route({ action: "source.read", params: itemParams }, (scope, { params }) =>
  loadTable(scope, params.id),
);

export const PATCH = route(
  { action: "source.edit", params: itemParams, body: changeTableInput },
  (scope, { params, body }) => changeTable(scope, params.id, body),
);
