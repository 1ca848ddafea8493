import { z } from "zod";
import { callApi } from "./call-api";

const certificateItem = z.object({
  id: z.string(),
  number: z.string(),
  issuedAt: z.coerce.date(),
  revokedAt: z.coerce.date().nullable(),
  revokedReason: z.string().nullable(),
  /** Where anybody checks it. */
  url: z.string(),
  shown: z
    .object({ title: z.string(), values: z.array(z.object({ label: z.string(), value: z.string() })) })
    .nullable(),
});
export type CertificateItem = z.infer<typeof certificateItem>;

const certificatePage = z.object({ certificates: z.array(certificateItem), cursor: z.string().nullable() });
export type CertificatePage = z.infer<typeof certificatePage>;

/** Which are listed: those with this in their number, those of this batch. */
export type CertificateFilter = { number?: string; batch?: string };

const rootOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/certificates`;

export function listCertificates(
  workspace: string,
  filter: CertificateFilter,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<CertificatePage> {
  const query = new URLSearchParams({
    ...filter,
    ...(cursor !== undefined && { cursor }),
    limit: `${limit}`,
  });
  return callApi({ method: "GET", path: `${rootOf(workspace)}?${query}`, answer: certificatePage });
}

/** Takes one back, with a reason for the people of the workspace, or lets it count again. */
export function setRevoked(
  workspace: string,
  id: string,
  body: { revoked: boolean; reason?: string },
): Promise<CertificateItem> {
  const path = `${rootOf(workspace)}/${encodeURIComponent(id)}`;
  return callApi({ method: "PATCH", path, body, answer: certificateItem });
}
