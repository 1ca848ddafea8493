import { AppError } from "@/lib/errors";
import { requireBrandKit, saveBrandKit, saveBrandKitInput } from "@/lib/server/brand/brand-kit";
import { bodyOf } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "brand.read", params: workspaceParams }, (scope) =>
  requireBrandKit(scope),
);

export const PUT = route(
  { action: "brand.edit", params: workspaceParams, body: saveBrandKitInput },
  async (scope, { body }) => {
    const saved = await saveBrandKit(scope, body);
    if (saved.kind === "saved") return { revision: saved.revision };
    const { kit, revision } = saved;
    const message = `The brand kit was changed elsewhere meanwhile: it is at revision ${revision}, your change was made on ${body.baseRevision}.`;
    return Response.json({ ...bodyOf(new AppError("conflict", message)), revision, kit }, { status: 409 });
  },
);
