import { type CheckReport, checkReport } from "@/lib/rows/check-report";
import { batchPath } from "./batches";
import { callApi } from "./call-api";

/** Looks at every row of a draft. */
export function checkBatch(workspace: string, id: string): Promise<CheckReport> {
  return callApi({ method: "POST", path: `${batchPath(workspace, id)}/check`, answer: checkReport });
}
