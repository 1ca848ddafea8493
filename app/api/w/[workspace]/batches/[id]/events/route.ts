import { loadBatch } from "@/lib/batches/load-batches";
import { progressEvents } from "@/lib/batches/progress-events";
import { itemParams } from "@/lib/server/http/params";
import { confirmAccess, route } from "@/lib/server/http/route";

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params, request }) => {
  const { workspace, id } = params;
  await loadBatch(scope, id);
  return progressEvents(scope, id, async () =>
    loadBatch(await confirmAccess(request, workspace, "batch.read"), id),
  );
});
