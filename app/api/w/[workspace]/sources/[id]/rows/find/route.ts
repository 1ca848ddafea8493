import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { findRow } from "@/lib/sources/tables/read-rows-of";
import { rowKeyInput } from "@/lib/sources/tables/table-input";

export const POST = route(
  { action: "source.read", params: itemParams, body: rowKeyInput },
  (scope, { params, body }) => findRow(scope, params.id, body.key),
);
