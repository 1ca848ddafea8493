import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { restoreLink } from "@/lib/server/links/delete-link";

export const POST = route({ action: "link.edit", params: itemParams }, (scope, { params }) =>
  restoreLink(scope, params.id),
);
