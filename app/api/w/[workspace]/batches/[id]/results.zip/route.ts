import { resultsOf } from "@/lib/batches/results/each-result";
import { safeFileName } from "@/lib/batches/results/file-name";
import { resultsZip } from "@/lib/batches/results/results-zip";
import { attachmentHeaders } from "@/lib/server/http/attachment";
import { fewAtOnce } from "@/lib/server/http/few-at-once";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { streamOf } from "@/lib/server/http/stream-of";

const fileNamed = (name: string) => `${safeFileName(name, "zip") || "pictures"}.zip`;

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params }) => {
  const results = await resultsOf(scope, params.id, new Date());
  const headers = attachmentHeaders("application/zip", fileNamed(results.item.name), "pictures.zip");
  return new Response(streamOf(fewAtOnce(() => resultsZip(results))), { headers });
});
