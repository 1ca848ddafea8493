import { resultsOf } from "@/lib/batches/results/each-result";
import { safeFileName } from "@/lib/batches/results/file-name";
import { resultsZip } from "@/lib/batches/results/results-zip";
import { attachmentHeaders } from "@/lib/server/http/attachment";
import { downloadResponse } from "@/lib/server/http/download-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

const fileNamed = (name: string) => `${safeFileName(name, "zip") || "pictures"}.zip`;

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params, request }) => {
  const results = await resultsOf(scope, params.id, new Date());
  const headers = attachmentHeaders("application/zip", fileNamed(results.item.name), "pictures.zip");
  const { workspaceId } = scope;
  return downloadResponse(request, { workspaceId, headers, parts: () => resultsZip(results) });
});
