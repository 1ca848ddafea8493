import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { beat, beatInput } from "@/lib/server/presence/beat";

export const POST = route(
  { action: "template.read", params: itemParams, body: beatInput },
  (scope, { params, body }) => beat(scope, params.id, body),
);
