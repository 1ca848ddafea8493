import { z } from "zod";
import type { CertificateItem } from "@/lib/certificates/certificate-item";
import { listCertificates } from "@/lib/certificates/list-certificates";
import { loadCertificate } from "@/lib/certificates/load-certificate";
import { revokeInput, setRevoked } from "@/lib/certificates/revoke-certificate";
import { cursorText } from "../../cursor";
import { operation } from "../operation";
import { certificateShape, itemId, limitParam, pageOf } from "../shapes";

const tag = "Certificates";

const certificateAnswer = {
  kind: "json",
  status: 200,
  description: "The certificate.",
  schema: certificateShape,
} as const;

export const CERTIFICATE_OPERATIONS = [
  operation({
    id: "listCertificates",
    method: "GET",
    path: "/certificates",
    tag,
    summary: "List certificates",
    description: "The newest first. Those of rows without a picture are not among them.",
    action: "certificate.read",
    query: z.strictObject({
      number: z
        .string()
        .max(80)
        .optional()
        .describe("Only those with this in their number: all of it, or a part."),
      batch: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,60}$/)
        .optional()
        .describe("Only those that this batch made."),
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of certificates.",
      schema: pageOf("certificates", certificateShape),
    },
    example: () => ({ query: { limit: "10" } }),
    run: async (scope, { query }) => {
      const { certificates, cursor } = await listCertificates(scope, query);
      return { certificates: certificates.map(certificateOut), nextCursor: cursor };
    },
  }),
  operation({
    id: "getCertificate",
    method: "GET",
    path: "/certificates/{id}",
    tag,
    summary: "Get a certificate",
    description: "Whom it names and what for, and whether it counts.",
    action: "certificate.read",
    params: itemId,
    answer: certificateAnswer,
    example: ({ certificateId }) => ({ params: { id: certificateId } }),
    run: async (scope, { params }) => certificateOut(await loadCertificate(scope, params.id)),
  }),
  operation({
    id: "updateCertificate",
    method: "PATCH",
    path: "/certificates/{id}",
    tag,
    summary: "Revoke or restore a certificate",
    description:
      "Whoever checks it is told so from then on, and no longer whom it names while it is revoked. One that is as wanted stays as it is.",
    action: "certificate.edit",
    params: itemId,
    body: revokeInput,
    answer: certificateAnswer,
    example: ({ certificateId }) => ({
      params: { id: certificateId },
      body: { revoked: true, reason: "Given twice." },
    }),
    run: async (scope, { params, body }) => certificateOut(await setRevoked(scope, params.id, body)),
  }),
];

function certificateOut(item: CertificateItem): z.infer<typeof certificateShape> {
  const { id, number, batchId, row, url, revokedReason, shown } = item;
  return {
    ...{ id, number, url, batchId, row, shown },
    issuedAt: item.issuedAt.toISOString(),
    revokedAt: item.revokedAt?.toISOString() ?? null,
    revokedReason,
  };
}
