import type { Scope } from "@/lib/accounts/scope";
import { attachmentHeaders } from "@/lib/server/http/attachment";
import { downloadResponse } from "@/lib/server/http/download-response";
import { resultsOf } from "./each-result";
import { safeFileName } from "./file-name";
import { resultsPdf } from "./results-pdf";

const fileNamed = (name: string) => `${safeFileName(name, "pdf") || "pages"}.pdf`;

/** All pages of a batch as one file to be kept. @throws AppError `not_found`, `conflict`, `unavailable` */
export async function pagesResponse(scope: Scope, id: string, request: Request): Promise<Response> {
  const results = await resultsOf(scope, id, new Date());
  const headers = attachmentHeaders("application/pdf", fileNamed(results.item.name), "pages.pdf");
  const { workspaceId } = scope;
  return downloadResponse(request, { workspaceId, headers, parts: () => resultsPdf(results) });
}
