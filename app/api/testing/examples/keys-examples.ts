import type { RouteExamples } from "../example";
import { newKey } from "../things";

/** Of keys of the REST API. */
export const KEYS_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/keys": async () => ({}),
  "POST w/[workspace]/keys": async () => ({
    body: { name: "Production", scopes: ["templates:read"] },
    status: 201,
  }),
  "DELETE w/[workspace]/keys/[id]": async (owner) => ({ id: await newKey(owner) }),
  "POST w/[workspace]/keys/[id]/rotate": async (owner) => ({
    id: await newKey(owner),
    body: { overlapHours: 1 },
    status: 201,
  }),
};
