import { stopMailing } from "@/lib/batches/mailing/stop-mailing";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route({ action: "batch.mail", params: itemParams }, async (scope, { params }) => ({
  mailing: await stopMailing(scope, params.id),
}));
