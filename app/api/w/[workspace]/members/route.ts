import { listMembers } from "@/lib/accounts/members/list-members";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "member.read", params: workspaceParams }, async (scope) => ({
  members: await listMembers(scope),
}));
