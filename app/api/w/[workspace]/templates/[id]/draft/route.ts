import { AppError } from "@/lib/errors";
import { bodyOf } from "@/lib/server/http/error-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { loadDraft, saveDraft, saveDraftInput } from "@/lib/server/templates/draft";

export const GET = route({ action: "template.read", params: itemParams }, (scope, { params }) =>
  loadDraft(scope, params.id),
);

export const PUT = route(
  { action: "template.edit", params: itemParams, body: saveDraftInput },
  async (scope, { params, body }) => {
    const saved = await saveDraft(scope, params.id, body);
    if (saved.kind === "saved") return { revision: saved.revision };
    const { revision, document } = saved;
    const message = `The draft was saved elsewhere meanwhile: it is at revision ${revision}, your change was made on ${body.baseRevision}.`;
    return Response.json(
      { ...bodyOf(new AppError("conflict", message)), revision, document },
      { status: 409 },
    );
  },
);
