import { AppError } from "@/lib/errors";
import { mergePdfs } from "@/lib/render/pdf/merge-pdfs";
import { log } from "@/lib/server/log";
import { storage } from "@/lib/server/storage";
import { batchFile } from "../batch-file";
import { isMade } from "../outcomes";
import { eachResult, type ResultsOf } from "./each-result";

/**
 * All pages that are made, in the order of the list, as one PDF of any length, written while it is read. They are the
 * pages that were made then, not painted anew: what a person was handed is what stands here, whatever pictures and fonts
 * have become since. Rows that failed or were left out have none. @throws AppError `conflict` for a batch of pictures, and
 * where no page is made
 */
export function resultsPdf(results: ResultsOf): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const { item } = results;
  if (item.output.format !== "pdf") {
    throw new AppError(
      "conflict",
      `One PDF is made of batches whose format is PDF; this one makes ${item.output.format.toUpperCase()}. Download the ZIP instead.`,
    );
  }
  if (item.made === 0) {
    throw new AppError("conflict", "This batch has no pages yet. Wait until the first are made.");
  }
  return merged(results);
}

async function* merged(results: ResultsOf): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  try {
    yield* mergePdfs(pagesOf(results), { title: results.item.name });
  } catch (error) {
    log().error({ err: error, batch: results.item.id }, "pages of a batch could not be put together");
    throw error;
  }
}

async function* pagesOf({ item, workspaceId }: ResultsOf): AsyncGenerator<Uint8Array> {
  for await (const { row, outcome } of eachResult({ item, workspaceId })) {
    if (!isMade(outcome)) continue;
    const file = batchFile({ id: item.id, workspaceId }, row, "pdf");
    if (await storage().has(file)) yield await storage().get(file);
  }
}
