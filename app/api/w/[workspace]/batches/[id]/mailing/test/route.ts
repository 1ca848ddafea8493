import { letter } from "@/lib/batches/mailing/letter";
import { sendTestMail } from "@/lib/batches/mailing/test-mail";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "batch.mail", params: itemParams, body: letter },
  (scope, { params, body }) => sendTestMail(scope, params.id, body),
);
