import { csvRow } from "@/lib/server/csv-row";
import { batchPictureUrl } from "../batch-address";
import { failureOf, isMade } from "../outcomes";
import { eachResult, type Result, type ResultsOf } from "./each-result";

/** What is added to the columns of the list. */
const ADDED = ["picture_file", "picture_url", "picture_problem"];

/** By what spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The list as it came, each row with its file's name, its picture's address, or why there is none. */
export async function* resultsCsv(results: ResultsOf): AsyncGenerator<string, void> {
  const { columns } = results.item;
  yield BYTE_ORDER_MARK + csvRow([...columns, ...ADDED]);
  for await (const result of eachResult(results)) {
    const own = columns.map((_, column) => result.cells[column] ?? "");
    yield csvRow([...own, ...addedTo(result, results)]);
  }
}

function addedTo({ row, leftOut, outcome, fileName }: Result, { item, key }: ResultsOf): string[] {
  if (leftOut) return ["", "", "Left out."];
  if (isMade(outcome)) return [fileName ?? "", batchPictureUrl(key, row, item.output.format), ""];
  return ["", "", failureOf(outcome)?.sentence ?? "Not made."];
}
