import { checkDraft } from "@/lib/batches/drafts/check-draft";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route({ action: "batch.edit", params: itemParams }, (scope, { params }) =>
  checkDraft(scope, params.id, Date.now),
);
