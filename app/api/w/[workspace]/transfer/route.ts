import { transferInput, transferOwnership } from "@/lib/accounts/members/transfer-ownership";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { action: "workspace.transfer", params: workspaceParams, body: transferInput },
  (scope, { body }) => transferOwnership(scope, body),
);
