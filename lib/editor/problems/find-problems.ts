import type { Document } from "@/lib/template/schema";
import { contrastFindings } from "./contrast-findings";
import { documentFindings } from "./document-findings";
import type { Eyes } from "./eyes";
import { fieldFindings } from "./field-findings";
import { bySeverity, type Finding } from "./finding";
import { imageFindings } from "./image-findings";
import { type JudgedRow, type Situation, situationOf } from "./judged-rows";
import type { Judging } from "./judging";
import type { Pace } from "./pace";
import { placeFindings } from "./place-findings";
import { textFindings } from "./text-findings";

/** In the order in which they are told where they are as severe. Each knows its own kind of problem. */
const JUDGES: readonly ((judging: Judging) => Promise<Finding[]>)[] = [
  textFindings,
  contrastFindings,
  fieldFindings,
  imageFindings,
  placeFindings,
];

/**
 * Everything worth telling about a design: what its document says of itself, and what is seen when it is painted with
 * each of these rows. Errors come first. Works in short stretches at the given pace.
 * @throws Cancelled when the pace is called off; whatever the painter throws
 */
export async function findProblems(
  document: Document,
  { rows, eyes, pace }: { rows: readonly JudgedRow[]; eyes: Eyes; pace: Pace },
): Promise<Finding[]> {
  const found = documentFindings(document, eyes.now);
  const situations: Situation[] = [];
  for (const row of rows) {
    await pace.breathe();
    situations.push(situationOf(document, row, eyes.now));
  }
  const judging: Judging = { document, situations, eyes, pace };
  for (const judge of JUDGES) {
    await pace.breathe();
    found.push(...(await judge(judging)));
  }
  return bySeverity(found);
}
