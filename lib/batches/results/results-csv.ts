import { certificatesOfRows } from "@/lib/certificates/certificates-of-rows";
import { csvRow } from "@/lib/server/csv-row";
import { batchPictureUrl } from "../batch-address";
import { failureOf, isMade } from "../outcomes";
import { eachResult, type Result, type ResultsOf } from "./each-result";

/** What is added to the columns of the list. */
const ADDED = ["picture_file", "picture_url", "picture_problem"];

/** And where rows are certificates. */
const CERTIFIED = ["certificate_number", "certificate_url"];

/** By what spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The list as it came, each row with its file's name, its picture's address, or why there is none. */
export async function* resultsCsv(results: ResultsOf): AsyncGenerator<string, void> {
  const { columns, output } = results.item;
  const isCertified = output.certificate !== null;
  yield BYTE_ORDER_MARK + csvRow([...columns, ...ADDED, ...(isCertified ? CERTIFIED : [])]);
  for await (const page of pagesOf(eachResult(results))) {
    const rows = page.map(({ row }) => row);
    const batch = { workspaceId: results.workspaceId, batchId: results.item.id };
    const certificates = isCertified ? await certificatesOfRows(batch, rows) : null;
    for (const result of page) {
      const own = columns.map((_, column) => result.cells[column] ?? "");
      const certificate = certificates?.get(result.row);
      const certified = isCertified ? [certificate?.number ?? "", certificate?.url ?? ""] : [];
      yield csvRow([...own, ...addedTo(result, results), ...certified]);
    }
  }
}

/** So many rows at a time that what belongs to them can be asked for at once. */
async function* pagesOf(results: AsyncIterable<Result>, size = 50): AsyncGenerator<Result[]> {
  let page: Result[] = [];
  for await (const result of results) {
    page.push(result);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function addedTo({ row, leftOut, outcome, fileName }: Result, { item, key }: ResultsOf): string[] {
  if (leftOut) return ["", "", "Left out."];
  if (isMade(outcome)) return [fileName ?? "", batchPictureUrl(key, row, item.output.format), ""];
  return ["", "", failureOf(outcome)?.sentence ?? "Not made."];
}
