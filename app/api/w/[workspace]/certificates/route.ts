import { certificatesQuery } from "@/lib/certificates/certificate-item";
import { listCertificates } from "@/lib/certificates/list-certificates";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "certificate.read", params: workspaceParams, query: certificatesQuery },
  (scope, { query }) => listCertificates(scope, query),
);
