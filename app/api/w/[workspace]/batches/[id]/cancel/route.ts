import { cancelBatch } from "@/lib/batches/start-batch";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route({ action: "batch.edit", params: itemParams }, (scope, { params }) =>
  cancelBatch(scope, params.id),
);
