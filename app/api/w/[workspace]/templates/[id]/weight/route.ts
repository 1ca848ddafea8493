import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { draftWeight } from "@/lib/server/templates/draft-weight";

export const GET = route({ action: "template.read", params: itemParams }, (scope, { params }) =>
  draftWeight(scope, params.id),
);
