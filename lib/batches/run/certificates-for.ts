import { type Reserved, reserveCertificates } from "@/lib/certificates/reserve-certificates";
import { rowValues } from "@/lib/rows/row-values";
import type { RunningBatch } from "./running-batch";

/**
 * The numbers and addresses of rows that are about to be made, by the rows' numbers; none where they do not become
 * certificates. The same rows have the same ones whenever they are asked for.
 */
export async function certificatesFor(
  { id, name, workspaceId, link, mapping, cleanUps, output }: RunningBatch,
  rows: readonly { row: number; cells: readonly string[] }[],
  now: Date,
): Promise<ReadonlyMap<number, Reserved>> {
  if (output.certificate === null || rows.length === 0) return new Map();
  const { fields } = link.document;
  const certified = rows.map(({ row, cells }) => ({
    row,
    values: rowValues(cells, fields, mapping, cleanUps),
  }));
  const batch = { workspaceId, batchId: id, name, option: output.certificate, fields };
  return reserveCertificates(batch, certified, now);
}
