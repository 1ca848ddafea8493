import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { deleteRow } from "@/lib/sources/tables/change-row";
import { rowKeyInput } from "@/lib/sources/tables/table-input";

export const POST = route(
  { action: "source.edit", params: itemParams, body: rowKeyInput },
  (scope, { params, body }) => deleteRow(scope, params.id, body.key),
);
