import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { changeHttpInput } from "@/lib/sources/http/http-input";
import { loadHttp } from "@/lib/sources/http/http-item";
import { changeHttp } from "@/lib/sources/http/manage-http";

export const GET = route({ action: "source.read", params: itemParams }, (scope, { params }) =>
  loadHttp(scope, params.id),
);

export const PUT = route(
  { action: "source.edit", params: itemParams, body: changeHttpInput },
  (scope, { params, body }) => changeHttp(scope, params.id, body),
);
