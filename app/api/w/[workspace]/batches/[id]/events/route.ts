import { loadBatch } from "@/lib/batches/load-batches";
import { progressEvents } from "@/lib/batches/progress-events";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params }) => {
  await loadBatch(scope, params.id);
  return progressEvents(scope, params.id);
});
