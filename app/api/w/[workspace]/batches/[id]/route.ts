import { deleteBatch } from "@/lib/batches/delete-batches";
import { updateDraft, updateDraftInput } from "@/lib/batches/drafts/update-draft";
import { loadBatch } from "@/lib/batches/load-batches";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "batch.read", params: itemParams }, (scope, { params }) =>
  loadBatch(scope, params.id),
);

export const PATCH = route(
  { action: "batch.edit", params: itemParams, body: updateDraftInput },
  (scope, { params, body }) => updateDraft(scope, params.id, body, new Date()),
);

export const DELETE = route({ action: "batch.edit", params: itemParams }, (scope, { params }) =>
  deleteBatch(scope, params.id),
);
