import { eventsQuery, listEvents } from "@/lib/accounts/audit/list-events";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "audit.read", params: workspaceParams, query: eventsQuery },
  (scope, { query }) => listEvents(scope, query),
);
