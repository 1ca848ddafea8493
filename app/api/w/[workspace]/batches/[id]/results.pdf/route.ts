import { pagesResponse } from "@/lib/batches/results/pages-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "batch.read", params: itemParams }, (scope, { params, request }) =>
  pagesResponse(scope, params.id, request),
);
