import { newCertificate } from "@/lib/certificates/testing/new-certificate";
import type { RouteExamples } from "../example";

/** Of certificates that batches made. */
export const CERTIFICATES_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/certificates": async (owner) => {
    await newCertificate(owner.scope);
    return {};
  },
  "GET w/[workspace]/certificates/[id]": async (owner) => ({ id: (await newCertificate(owner.scope)).id }),
  "PATCH w/[workspace]/certificates/[id]": async (owner) => ({
    id: (await newCertificate(owner.scope)).id,
    body: { revoked: true, reason: "Given twice." },
  }),
};
