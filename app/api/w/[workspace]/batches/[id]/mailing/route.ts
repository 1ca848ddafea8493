import { loadBatch } from "@/lib/batches/load-batches";
import { latestMailing } from "@/lib/batches/mailing/mailing-row";
import { mailingStart, startMailing } from "@/lib/batches/mailing/start-mailing";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params }) => {
  await loadBatch(scope, params.id);
  return { mailing: await latestMailing(scope, params.id) };
});

export const POST = route(
  { action: "batch.mail", params: itemParams, body: mailingStart },
  async (scope, { params, body }) => ({ mailing: await startMailing(scope, params.id, body) }),
);
