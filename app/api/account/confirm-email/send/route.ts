import { resendConfirmation } from "@/lib/accounts/confirm-email";
import { accountRoute } from "@/lib/server/http/route";

export const POST = accountRoute({}, (identity) => resendConfirmation(identity));
