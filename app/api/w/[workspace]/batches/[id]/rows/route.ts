import { draftRows, draftRowsQuery } from "@/lib/batches/drafts/draft-rows";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "batch.read", params: itemParams, query: draftRowsQuery },
  (scope, { params, query }) => draftRows(scope, params.id, query, new Date()),
);
