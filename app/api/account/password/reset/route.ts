import { passwordReset, resetPassword } from "@/lib/accounts/reset-password";
import { publicRoute } from "@/lib/server/http/route";

export const POST = publicRoute({ body: passwordReset }, ({ body }) => resetPassword(body));
