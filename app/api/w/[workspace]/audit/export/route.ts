import { exportEvents, exportEventsQuery } from "@/lib/accounts/audit/export-events";
import { csvResponse } from "@/lib/server/http/csv-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "audit.read", params: workspaceParams, query: exportEventsQuery },
  (scope, { query }) => csvResponse(exportEvents(scope, query), `${scope.workspaceSlug}-activity.csv`),
);
