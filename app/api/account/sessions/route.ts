import { listSessions, revokeOtherSessions } from "@/lib/accounts/sessions";
import { accountRoute } from "@/lib/server/http/route";

export const GET = accountRoute({}, async (identity) => ({ sessions: await listSessions(identity) }));
export const DELETE = accountRoute({}, (identity) => revokeOtherSessions(identity));
