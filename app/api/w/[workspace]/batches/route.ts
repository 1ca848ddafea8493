import { z } from "zod";
import { createDraft } from "@/lib/batches/drafts/create-draft";
import { draftInput, listInput } from "@/lib/batches/drafts/draft-input";
import { requireTemplate } from "@/lib/batches/drafts/require-template";
import { listBatches } from "@/lib/batches/load-batches";
import { cursorText } from "@/lib/server/cursor";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

/** Batches on one page of the list. */
const PAGE = 50;

const batchesQuery = z.strictObject({
  template: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .optional(),
  cursor: cursorText.optional(),
});

export const GET = route(
  { action: "batch.read", params: workspaceParams, query: batchesQuery },
  (scope, { query }) => listBatches(scope, { ...query, limit: PAGE }),
);

const newDraftQuery = z.object({
  template: z.string().max(60),
  /** Whether the first row names the columns; left out: as it looks. */
  header: z.enum(["yes", "no"]).optional(),
});

const upload = route(
  { action: "batch.edit", params: workspaceParams, query: newDraftQuery },
  async (scope, { query: { template, header }, request }) => {
    const templateId = await requireTemplate(scope, template);
    const list = await draftInput(request);
    const named = header === undefined ? undefined : header === "yes";
    const batch = await createDraft(scope, { templateId, header: named, ...list }, new Date());
    return Response.json(batch, { status: 201 });
  },
);

/** Takes JSON, or a file that is read as it comes. */
export const POST = Object.assign(upload, { body: listInput });
