import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { addLink, addLinkInput } from "@/lib/server/links/create-link";
import { linksFilter, listLinks } from "@/lib/server/links/list-links";

/** Links on one page of the list. */
const PAGE = 50;

export const GET = route(
  { action: "link.read", params: workspaceParams, query: linksFilter },
  (scope, { query }) => listLinks(scope, { ...query, limit: PAGE }),
);

export const POST = route(
  { action: "link.edit", params: workspaceParams, body: addLinkInput },
  async (scope, { body }) =>
    Response.json(await addLink(scope, body), { status: 201, headers: JSON_HEADERS }),
);
