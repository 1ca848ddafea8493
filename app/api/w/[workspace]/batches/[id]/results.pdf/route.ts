import { resultsOf } from "@/lib/batches/results/each-result";
import { safeFileName } from "@/lib/batches/results/file-name";
import { resultsPdf } from "@/lib/batches/results/results-pdf";
import { attachmentHeaders } from "@/lib/server/http/attachment";
import { fewAtOnce } from "@/lib/server/http/few-at-once";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { streamOf } from "@/lib/server/http/stream-of";

const fileNamed = (name: string) => `${safeFileName(name, "pdf") || "pages"}.pdf`;

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params }) => {
  const results = await resultsOf(scope, params.id, new Date());
  const pages = fewAtOnce(() => resultsPdf(results));
  const headers = attachmentHeaders("application/pdf", fileNamed(results.item.name), "pages.pdf");
  return new Response(streamOf(pages), { headers });
});
