import { updateDraft, updateDraftInput } from "@/lib/batches/drafts/update-draft";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const PATCH = route(
  { action: "batch.edit", params: itemParams, body: updateDraftInput },
  (scope, { params, body }) => updateDraft(scope, params.id, body, new Date()),
);
