import { leaveWorkspace } from "@/lib/accounts/members/leave-workspace";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route({ action: "workspace.leave", params: workspaceParams }, (scope) =>
  leaveWorkspace(scope),
);
