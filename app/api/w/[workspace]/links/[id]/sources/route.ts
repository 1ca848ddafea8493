import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { linkSourcesInput, loadLinkSources, setLinkSources } from "@/lib/sources/link-sources";

export const GET = route({ action: "source.read", params: itemParams }, (scope, { params }) =>
  loadLinkSources(scope, params.id),
);

export const PUT = route(
  { action: "link.edit", params: itemParams, body: linkSourcesInput },
  (scope, { params, body }) => setLinkSources(scope, params.id, body),
);
