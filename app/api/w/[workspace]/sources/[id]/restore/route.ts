import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { restoreSource } from "@/lib/sources/manage-sources";

export const POST = route({ action: "source.edit", params: itemParams }, (scope, { params }) =>
  restoreSource(scope, params.id),
);
