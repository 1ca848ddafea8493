import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { listVersions, versionsQuery } from "@/lib/server/templates/versions/list-versions";

export const GET = route(
  { action: "version.read", params: itemParams, query: versionsQuery },
  (scope, { params, query }) => listVersions(scope, params.id, query),
);
