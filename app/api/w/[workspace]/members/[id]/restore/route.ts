import { restoreMember, restoreMemberInput } from "@/lib/accounts/members/restore-member";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "member.edit", params: itemParams, body: restoreMemberInput },
  (scope, { params, body }) => restoreMember(scope, params.id, body),
);
