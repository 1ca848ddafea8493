import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { putRow } from "@/lib/sources/tables/change-row";
import { listRows } from "@/lib/sources/tables/read-rows-of";
import { putRowInput, rowsQuery } from "@/lib/sources/tables/table-input";

export const GET = route(
  { action: "source.read", params: itemParams, query: rowsQuery },
  (scope, { params, query }) => listRows(scope, params.id, query),
);

/** What a row is found by stands in bodies, not in addresses, which are written down on many ways. */
export const PUT = route(
  { action: "source.edit", params: itemParams, body: putRowInput },
  (scope, { params, body: { key, values, was } }) => putRow(scope, params.id, key, values, { was }),
);
