import { versionParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { loadVersion } from "@/lib/server/templates/versions/find-version";
import { noteVersion, noteVersionInput } from "@/lib/server/templates/versions/note-version";

export const GET = route({ action: "version.read", params: versionParams }, (scope, { params }) =>
  loadVersion(scope, params.id, params.number),
);

export const PATCH = route(
  { action: "version.edit", params: versionParams, body: noteVersionInput },
  (scope, { params, body }) => noteVersion(scope, params.id, params.number, body.note),
);
