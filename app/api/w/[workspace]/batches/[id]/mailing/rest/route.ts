import { restInput, sendRest } from "@/lib/batches/mailing/stop-mailing";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "batch.mail", params: itemParams, body: restInput },
  async (scope, { params, body }) => ({ mailing: await sendRest(scope, params.id, body) }),
);
