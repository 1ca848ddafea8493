import { AppError } from "@/lib/errors";
import { storage } from "@/lib/server/storage";
import { batchFile } from "../batch-file";
import { failureOf, isMade } from "../outcomes";
import { eachResult, type ResultsOf } from "./each-result";

/** One picture and what its file is called. @throws AppError `not_found` where the row has none, with why */
export async function oneResult(
  results: ResultsOf,
  wanted: number,
): Promise<{ bytes: Buffer; fileName: string }> {
  const { item, workspaceId } = results;
  for await (const { row, outcome, fileName } of eachResult(results, { from: wanted })) {
    if (row !== wanted) break;
    if (!isMade(outcome) || fileName === null) {
      const why = failureOf(outcome)?.sentence ?? "It is not made yet, or was left out.";
      throw new AppError("not_found", `Row ${row} has no picture. ${why}`);
    }
    return {
      bytes: await storage().get(batchFile({ id: item.id, workspaceId }, row, item.output.format)),
      fileName,
    };
  }
  throw new AppError("not_found", `The list has no row ${wanted}.`);
}
