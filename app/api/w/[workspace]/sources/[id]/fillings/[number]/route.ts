import { versionParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { dropFilling, showFilling } from "@/lib/sources/tables/show-filling";
import { showFillingInput } from "@/lib/sources/tables/table-input";

export const PUT = route(
  { action: "source.edit", params: versionParams, body: showFillingInput },
  (scope, { params, body }) => showFilling(scope, params.id, params.number, new Date(), body.over),
);

export const DELETE = route({ action: "source.edit", params: versionParams }, (scope, { params }) =>
  dropFilling(scope, params.id, params.number),
);
