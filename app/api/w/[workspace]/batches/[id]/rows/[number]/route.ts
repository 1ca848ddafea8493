import { changeDraftRow, changeRowInput } from "@/lib/batches/drafts/change-draft-row";
import { rowParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const PATCH = route(
  { action: "batch.edit", params: rowParams, body: changeRowInput },
  (scope, { params: { id, number: row }, body }) => changeDraftRow(scope, { id, row }, body, new Date()),
);
