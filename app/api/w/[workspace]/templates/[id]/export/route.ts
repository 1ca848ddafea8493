import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { streamOf } from "@/lib/server/http/stream-of";
import { exportTemplate } from "@/lib/server/template-file/export-template";
import { admitFile } from "@/lib/server/template-file/file-turns";
import { TEMPLATE_FILE_TYPE } from "@/lib/template/template-file";

export const GET = route({ action: "template.export", params: itemParams }, async (scope, { params }) => {
  admitFile(scope, "export");
  const { fileName, parts } = await exportTemplate(scope, params.id);
  return new Response(streamOf(parts), {
    headers: {
      "content-type": TEMPLATE_FILE_TYPE,
      // RFC 6266 with RFC 8187: names in any script.
      "content-disposition": `attachment; filename="template.nameplate"; filename*=UTF-8''${percentEncoded(fileName)}`,
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});

function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
