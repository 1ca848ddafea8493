import { versionParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { duplicateVersion } from "@/lib/server/templates/versions/duplicate-version";

export const POST = route({ action: "template.create", params: versionParams }, async (scope, { params }) =>
  Response.json(await duplicateVersion(scope, params.id, params.number), { status: 201 }),
);
