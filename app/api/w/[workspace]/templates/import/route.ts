import { workspaceParams } from "@/lib/server/http/params";
import { readUpload } from "@/lib/server/http/read-upload";
import { route } from "@/lib/server/http/route";
import { FILE_LIMITS } from "@/lib/server/template-file/file-limits";
import { admitFile, filePlaces, fileTurns } from "@/lib/server/template-file/file-turns";
import { importQuery, importTemplate } from "@/lib/server/template-file/import-template";

export const POST = route(
  { action: "template.import", params: workspaceParams, query: importQuery },
  async (scope, { query, request }) => {
    admitFile(scope, "import");
    return filePlaces()(scope.userId, async () => {
      const upload = await readUpload(request, FILE_LIMITS.bytes, "template file");
      const imported = await fileTurns()(() => importTemplate(scope, upload, query.project));
      return Response.json(imported, { status: 201 });
    });
  },
);
