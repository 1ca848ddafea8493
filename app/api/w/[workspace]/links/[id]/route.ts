import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { deleteLink } from "@/lib/server/links/delete-link";
import { loadLinkDetails } from "@/lib/server/links/link-details";
import { changeLink, linkSettings } from "@/lib/server/links/link-settings";

/** What its dialogs begin with. */
export const GET = route({ action: "link.edit", params: itemParams }, (scope, { params }) =>
  loadLinkDetails(scope, params.id),
);

export const PATCH = route(
  { action: "link.edit", params: itemParams, body: linkSettings },
  (scope, { params, body }) => changeLink(scope, params.id, body),
);

export const DELETE = route({ action: "link.edit", params: itemParams }, (scope, { params }) =>
  deleteLink(scope, params.id),
);
