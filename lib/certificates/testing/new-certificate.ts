import type { Scope } from "@/lib/accounts/scope";
import { db, transaction } from "@/lib/server/db";
import { certificateOption } from "../certificate-option";
import { issueCertificates } from "../issue-certificates";
import { reserveCertificates } from "../reserve-certificates";

let batches = 0;

/** A certificate of a workspace that can be checked, with its address. */
export async function newCertificate({
  workspaceId,
}: Scope): Promise<{ id: string; number: string; url: string }> {
  batches += 1;
  const batchId = `bat_new${batches}`;
  const option = certificateOption.parse({ numberField: "number", scheme: "hash", shownFields: ["name"] });
  const batch = { workspaceId, batchId, name: "Autumn course", option, fields: [] };
  const reserved = (
    await reserveCertificates(batch, [{ row: 1, values: { name: "Canary" } }], new Date(0))
  ).get(1);
  if (!reserved) throw new Error("The row got no certificate.");
  await transaction((tx) => issueCertificates(tx, batch, [1], new Date(0)));
  const { id } = await db().certificate.findFirstOrThrow({ where: { workspaceId, batchId } });
  return { id, ...reserved };
}
