import { z } from "zod";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { tokenText } from "@/lib/accounts/token-spent";
import { accountRoute } from "@/lib/server/http/route";

export const POST = accountRoute({ body: z.strictObject({ token: tokenText }) }, (identity, { body }) =>
  confirmEmail(identity, body.token),
);
