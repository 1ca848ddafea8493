import { openApiDocument } from "@/lib/server/api/openapi";
import { env } from "@/lib/server/env";
import { publicRoute } from "@/lib/server/http/route";

/** The REST API as an OpenAPI document, for whoever wants it and from whatever page. */
export const GET = publicRoute({}, () =>
  Response.json(openApiDocument(env().PUBLIC_URL), {
    headers: {
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=300",
      "x-content-type-options": "nosniff",
    },
  }),
);
