import { listFonts } from "@/lib/server/fonts";
import { createFont, FONT_UPLOAD_LIMIT } from "@/lib/server/fonts-upload";
import { workspaceParams } from "@/lib/server/http/params";
import { readUpload } from "@/lib/server/http/read-upload";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "font.read", params: workspaceParams }, (scope) => listFonts(scope));

export const POST = route({ action: "font.create", params: workspaceParams }, async (scope, { request }) => {
  const { name, bytes, text } = await readUpload(request, FONT_UPLOAD_LIMIT, "font");
  const font = await createFont(scope, { name, bytes, licenceNote: text("licenceNote") });
  return Response.json(font, { status: 201 });
});
