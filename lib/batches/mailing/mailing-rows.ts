import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, db } from "@/lib/server/db";
import type { ResultsOf } from "../results/each-result";
import type { Letter } from "./letter";
import { HEAVIEST_FILE } from "./mailable";
import { openLetter } from "./mailing-row";
import { eachPlanned, type PlannedMail } from "./plan-mailing";

/** Rows that are written in one go. */
const STEP = 5_000;

/** A row of a batch as a mailing has it at first: one with an address waits. */
export type NewRow = { row: number; state: "waiting" | "skipped" };

export function newRow({ row, hasAddress }: PlannedMail): NewRow {
  return { row, state: hasAddress ? "waiting" : "skipped" };
}

/** Writes rows of a mailing; those that it has already stay as they are. */
export async function addRows(
  tx: Database,
  { workspaceId }: Pick<Scope, "workspaceId">,
  mailingId: string,
  rows: readonly NewRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += STEP) {
    const data = rows.slice(from, from + STEP).map((each) => ({ ...each, mailingId, workspaceId }));
    await tx.mailingRow.createMany({ data, skipDuplicates: true });
  }
}

/** Rows of a batch that have a file and that its latest mailing does not know, such as those that were made anew. */
export async function lateRows(
  { workspaceId }: Scope,
  results: ResultsOf,
): Promise<{ mailingId: string | null; rows: NewRow[] }> {
  const mailing = await db().mailing.findFirst({
    where: { workspaceId, batchId: results.item.id },
    orderBy: { createdAt: "desc" },
    select: { id: true, letter: true },
  });
  if (!mailing) return { mailingId: null, rows: [] };
  const { column, deliver } = openLetter(mailing.id, mailing.letter);
  const known = await db().mailingRow.findMany({ where: { mailingId: mailing.id }, select: { row: true } });
  const has = new Set(known.map(({ row }) => row));
  const rows: NewRow[] = [];
  let tooHeavy = 0;
  for await (const planned of eachPlanned(results, column)) {
    if (has.has(planned.row)) continue;
    rows.push(newRow(planned));
    if (planned.hasAddress && planned.bytes > HEAVIEST_FILE) tooHeavy += 1;
  }
  refuseTooHeavy(deliver, tooHeavy);
  return { mailingId: mailing.id, rows };
}

/** @throws AppError `conflict` where files would be attached that many mail servers do not take */
export function refuseTooHeavy(deliver: Letter["deliver"], tooHeavy: number): void {
  if (deliver !== "file" || tooHeavy === 0) return;
  throw new AppError(
    "conflict",
    `${tooHeavy.toLocaleString("en-GB")} of the files weigh more than 10 MB, which many mail servers do not take. Send where the files are instead.`,
    { path: "/deliver" },
  );
}
