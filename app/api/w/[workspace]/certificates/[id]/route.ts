import { loadCertificate } from "@/lib/certificates/load-certificate";
import { revokeInput, setRevoked } from "@/lib/certificates/revoke-certificate";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "certificate.read", params: itemParams }, (scope, { params }) =>
  loadCertificate(scope, params.id),
);

export const PATCH = route(
  { action: "certificate.edit", params: itemParams, body: revokeInput },
  (scope, { params, body }) => setRevoked(scope, params.id, body),
);
