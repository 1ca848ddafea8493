import { undoReplace, undoReplaceInput } from "@/lib/server/asset-library/replace-asset";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "template.edit", params: itemParams, body: undoReplaceInput },
  (scope, { params, body }) => undoReplace(scope, params.id, body),
);
