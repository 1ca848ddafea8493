import type { Scope } from "@/lib/accounts/scope";
import { batchPictureUrl } from "../batch-address";
import { isMade } from "../outcomes";
import { eachResult, resultsOf } from "./each-result";

/** A picture that is made, and what its file is called. */
export type PictureItem = { row: number; name: string; url: string };

/** Pictures of a batch from a row on, at most so many, and the row that the next page begins with; null: there are no more. */
export async function listPictures(
  scope: Scope,
  id: string,
  { from, limit }: { from: number; limit: number },
  now = new Date(),
): Promise<{ results: PictureItem[]; nextRow: number | null }> {
  const of = await resultsOf(scope, id, now);
  const results: PictureItem[] = [];
  for await (const { row, outcome, fileName } of eachResult(of, { from, settled: true })) {
    if (!isMade(outcome) || fileName === null) continue;
    if (results.length === limit) return { results, nextRow: row };
    results.push({ row, name: fileName, url: batchPictureUrl(of.key, row, of.item.output.format) });
  }
  return { results, nextRow: null };
}
