import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { deleteLink } from "@/lib/server/links/delete-link";
import { changeLink, linkSettings } from "@/lib/server/links/link-settings";

export const PATCH = route(
  { action: "link.edit", params: itemParams, body: linkSettings },
  (scope, { params, body }) => changeLink(scope, params.id, body),
);

export const DELETE = route({ action: "link.edit", params: itemParams }, (scope, { params }) =>
  deleteLink(scope, params.id),
);
