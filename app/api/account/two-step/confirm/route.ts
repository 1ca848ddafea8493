import { confirmation, confirmTwoStep } from "@/lib/accounts/two-step/two-step";
import { accountRoute } from "@/lib/server/http/route";

export const POST = accountRoute({ body: confirmation }, (identity, { body }) =>
  confirmTwoStep(identity, body.code),
);
