import { changeMember, changeMemberInput } from "@/lib/accounts/members/change-member";
import { removeMember } from "@/lib/accounts/members/remove-member";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const PATCH = route(
  { action: "member.edit", params: itemParams, body: changeMemberInput },
  (scope, { params, body }) => changeMember(scope, params.id, body),
);

export const DELETE = route({ action: "member.edit", params: itemParams }, (scope, { params }) =>
  removeMember(scope, params.id),
);
