import { z } from "zod";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { tokenText } from "@/lib/accounts/token-spent";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: z.strictObject({ token: tokenText }) }, ({ body }) =>
  confirmEmail(body.token),
);
