import { AppError } from "@/lib/errors";
import { renderContactSheet } from "@/lib/render/contact-sheet";
import { storage } from "@/lib/server/storage";
import { batchFile } from "../batch-file";
import { isMade } from "../outcomes";
import { eachResult, type ResultsOf } from "./each-result";

/** Pictures on a sheet. */
const SHOWN = 48;

/** The first pictures of a batch side by side, to be looked over at once. @throws AppError `conflict` where there are none */
export async function contactSheet(results: ResultsOf): Promise<Uint8Array> {
  const { item, workspaceId } = results;
  if (item.output.format === "pdf") {
    throw new AppError("conflict", "Pages (PDF) are not shown on a contact sheet. Download them instead.");
  }
  const files: string[] = [];
  for await (const { row, outcome } of eachResult(results)) {
    if (isMade(outcome)) files.push(batchFile({ id: item.id, workspaceId }, row, item.output.format));
    if (files.length === SHOWN) break;
  }
  if (files.length === 0) {
    throw new AppError("conflict", "This batch has no pictures yet. Wait until the first are made.");
  }
  return renderContactSheet(files.map((file) => () => storage().get(file)));
}
