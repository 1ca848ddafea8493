import { csvResponse } from "@/lib/server/http/csv-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { exportUsage, exportUsageQuery } from "@/lib/usage/export-usage";

export const GET = route(
  { action: "usage.read", params: workspaceParams, query: exportUsageQuery },
  (scope, { query }) =>
    csvResponse(exportUsage(scope, query), `${scope.workspaceSlug}-usage-${query.month}.csv`),
);
