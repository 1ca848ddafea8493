import type { RowProblem, RowProblemKind } from "@/lib/rows/check-report";
import { count } from "../batch-words";

/** What a problem is called where its rows are counted. */
export const PROBLEM_NAMES: Readonly<Record<RowProblemKind, string>> = {
  picture: "Picture does not load",
  too_long: "Too long",
  type: "Does not fit the field",
  tag: "Unfilled merge tag",
  blank: "Blank",
  email: "No e-mail address",
  unlike: "Unlike the others",
  duplicate_row: "Repeated row",
  duplicate_email: "Repeated e-mail",
  upper: "All capitals",
  lower: "All small letters",
  spaces: "Stray spaces",
};

/** What is wrong with a cell, and what comes of it. */
export function problemSentence({ kind, of }: RowProblem): string {
  const first = of === undefined ? "an earlier row" : `row ${count(of)}`;
  switch (kind) {
    case "picture":
      return "The picture does not load.";
    case "too_long":
      return "Too long for its place in the picture.";
    case "type":
      return "Does not fit the field: its fallback shows.";
    case "tag":
      return "A merge tag nobody filled: the fallback shows.";
    case "blank":
      return "Blank: the fallback shows.";
    case "email":
      return "This is no e-mail address.";
    case "unlike":
      return "Unlike the rest of the column.";
    case "duplicate_row":
      return `The same as ${first}.`;
    case "duplicate_email":
      return `The same address as ${first}.`;
    case "upper":
      return "All in capitals.";
    case "lower":
      return "All in small letters.";
    case "spaces":
      return "Stray spaces.";
  }
}
