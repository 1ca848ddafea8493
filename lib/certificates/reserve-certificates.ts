import { newId } from "@/lib/accounts/ids";
import { type Database, transaction } from "@/lib/server/db";
import type { Field } from "@/lib/template/field";
import { hashNumber, sequenceName, sequenceNumber, verificationCode } from "./certificate-number";
import type { CertificateOption } from "./certificate-option";
import { certificateKey, codeHash, verificationUrl } from "./certificate-secrets";
import { sealShown, shownOf } from "./shown-values";

/** The batch whose rows become certificates. */
export type CertifiedBatch = {
  workspaceId: string;
  batchId: string;
  name: string;
  option: CertificateOption;
  /** Those of the version it shows. */
  fields: readonly Field[];
};

/** A row, by its number from 1, and its values before it is a certificate. */
export type CertifiedRow = { row: number; values: Readonly<Record<string, string>> };

/** What a row gets. */
export type Reserved = { number: string; url: string };

/**
 * Gives each row its number and its address, to be called before the rows are painted. Asked again, or by two at once,
 * each row has what it had. A number is never given twice in a workspace, and never again when nothing comes of the row.
 * Nobody can check it before `issueCertificates` says that it was made.
 */
export async function reserveCertificates(
  batch: CertifiedBatch,
  rows: readonly CertifiedRow[],
  now: Date,
): Promise<Map<number, Reserved>> {
  const { workspaceId, batchId, option } = batch;
  const key = certificateKey(workspaceId);
  const place = (row: number) => ({ batchId, row });
  const numbers = await transaction(async (tx) => {
    const sequence = sequenceName(option.prefix, now);
    // Who asks for numbers of a workspace waits for the one before, so that nobody overtakes between looking and writing.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`certificates ${workspaceId}`}, 0))`;
    const known = await numbersOf(tx, batch, rows);
    const fresh = rows.filter(({ row }) => !known.has(row));
    if (fresh.length === 0) return known;
    const first =
      option.scheme === "sequence" ? await takeCounts(tx, workspaceId, sequence, fresh.length) : 0;
    const made = fresh.map(({ row, values }, index) => {
      const id = newId("crt");
      const number =
        option.scheme === "sequence"
          ? sequenceNumber(sequence, first + index)
          : hashNumber(key, option.prefix, place(row));
      const shown = sealShown(id, shownOf(option, batch.name, batch.fields, values));
      const code = codeHash(verificationCode(key, place(row)));
      return { id, workspaceId, batchId, row, number, codeHash: code, shown, createdAt: now };
    });
    await tx.certificate.createMany({ data: made });
    return new Map([...known, ...made.map(({ row, number }) => [row, number] as const)]);
  });
  return new Map(
    Array.from(numbers, ([row, number]) => [
      row,
      { number, url: verificationUrl(verificationCode(key, place(row))) },
    ]),
  );
}

async function numbersOf(
  tx: Database,
  { workspaceId, batchId }: CertifiedBatch,
  rows: readonly CertifiedRow[],
): Promise<Map<number, string>> {
  const found = await tx.certificate.findMany({
    where: { workspaceId, batchId, row: { in: rows.map(({ row }) => row) } },
    select: { row: true, number: true },
  });
  return new Map(found.map(({ row, number }) => [row, number]));
}

/** The first of so many counts of a sequence that nobody else gets. */
async function takeCounts(tx: Database, workspaceId: string, name: string, count: number): Promise<number> {
  const { last } = await tx.certificateSequence.upsert({
    where: { workspaceId_name: { workspaceId, name } },
    create: { workspaceId, name, last: count },
    update: { last: { increment: count } },
    select: { last: true },
  });
  return last - count + 1;
}

/** The values of a row with its number and its address in the fields that are for them. */
export function withCertificate(
  values: Readonly<Record<string, string>>,
  { numberField, verificationField }: CertificateOption,
  { number, url }: Reserved,
): Record<string, string> {
  return {
    ...values,
    [numberField]: number,
    ...(verificationField !== null && { [verificationField]: url }),
  };
}
