import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { deletedQuery, listDeletedTemplates } from "@/lib/server/templates/list-deleted";

export const GET = route(
  { action: "template.delete", params: workspaceParams, query: deletedQuery },
  (scope, { query }) => listDeletedTemplates(scope, query),
);
