import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { listSources } from "@/lib/sources/manage-sources";

export const GET = route({ action: "source.read", params: workspaceParams }, async (scope) => ({
  sources: await listSources(scope),
}));
