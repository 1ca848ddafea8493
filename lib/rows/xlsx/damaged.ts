import { AppError } from "@/lib/errors";

/** What is told of a spreadsheet that cannot be read; `what` follows "got". */
export function damaged(what: string, cause?: unknown): AppError {
  return new AppError(
    "invalid",
    `Expected a spreadsheet as Excel saves it (.xlsx), got ${what}. Open it, save it again as .xlsx or as “CSV UTF-8”, and try that file.`,
    { cause },
  );
}
