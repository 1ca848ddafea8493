import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { restoreStarter } from "@/lib/server/templates/starters";

export const POST = route({ action: "starter.delete", params: itemParams }, (scope, { params }) =>
  restoreStarter(scope, params.id),
);
