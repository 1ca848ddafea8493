import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { listSourceLinks } from "@/lib/sources/source-links";

export const GET = route({ action: "source.read", params: itemParams }, async (scope, { params }) => ({
  links: await listSourceLinks(scope, params.id),
}));
