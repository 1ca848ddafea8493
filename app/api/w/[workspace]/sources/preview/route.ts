import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { previewList } from "@/lib/sources/tables/preview-list";
import { uploadedList } from "@/lib/sources/tables/uploaded-list";

/** The body is the file, or the beginning of one; nothing of it is kept. */
export const POST = route({ action: "source.edit", params: workspaceParams }, async (_scope, { request }) =>
  previewList(await uploadedList(request)),
);
