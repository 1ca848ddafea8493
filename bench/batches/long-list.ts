import { checkDraft } from "@/lib/batches/drafts/check-draft";
import { createDraft } from "@/lib/batches/drafts/create-draft";
import { peopleCsv } from "../rows/people";
import type { World } from "./world";

const ROWS = 100_000;

/** Seconds in which a CSV of 100,000 rows is taken into the database as it is uploaded, and in which all of it is checked. */
export async function longListTimes({
  scope,
  templateId,
}: World): Promise<{ taken: number; checked: number }> {
  const started = performance.now();
  const list = { templateId, kind: "file", sourceName: "people.csv", name: "Bench" } as const;
  const { id, rows } = await createDraft(scope, { ...list, chunks: peopleCsv(ROWS) }, new Date());
  if (rows !== ROWS) throw new Error(`${rows} of ${ROWS} rows were read`);
  const read = performance.now();
  const report = await checkDraft(scope, id, Date.now);
  if (report.rows !== ROWS) throw new Error(`${report.rows} of ${ROWS} rows were checked`);
  return { taken: (read - started) / 1000, checked: (performance.now() - read) / 1000 };
}
