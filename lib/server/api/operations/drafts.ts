import { z } from "zod";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { createDocument } from "@/lib/template/create-document";
import { loadDraft, saveDraft } from "../../templates/draft";
import { publishInput, publishTemplate } from "../../templates/publish-template";
import { listVersions } from "../../templates/versions/list-versions";
import { operation } from "../operation";
import { draftShape, itemId, limitParam, publishedShape, versionShape } from "../shapes";

const tag = "Drafts and versions";
const revisionTag = ({ revision }: { revision: number }) => ({ etag: `"${revision}"` });

export const DRAFT_OPERATIONS = [
  operation({
    id: "getDraft",
    method: "GET",
    path: "/templates/{id}/draft",
    tag,
    summary: "Get a draft",
    description: "The design as it is edited. Its ETag names its revision: keep it for `putDraft`.",
    action: "template.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The draft.", schema: draftShape },
    revisions: "tagged",
    headers: revisionTag,
    example: ({ templateId }) => ({ params: { id: templateId } }),
    run: (scope, { params }) => loadDraft(scope, params.id),
  }),
  operation({
    id: "putDraft",
    method: "PUT",
    path: "/templates/{id}/draft",
    tag,
    summary: "Replace a draft",
    description:
      "Takes a whole design. If-Match has to name the revision it was made on: where somebody has saved meanwhile, nothing is stored and the answer is 412.",
    action: "template.edit",
    params: itemId,
    body: z.strictObject({ document: z.looseObject({}).describe("A design, as `getDraft` gives it.") }),
    answer: {
      kind: "json",
      status: 200,
      description: "It is stored.",
      schema: z.strictObject({ revision: z.number().int() }),
    },
    revisions: "required",
    headers: revisionTag,
    example: ({ templateId, revision }) => ({
      params: { id: templateId },
      headers: { "if-match": `"${revision}"` },
      body: { document: createDocument({ width: 1200, height: 628, displayWidth: 600 }) },
    }),
    run: (scope, { params, body, revision }) => replaceDraft(scope, params.id, body.document, revision),
  }),
  operation({
    id: "publishTemplate",
    method: "POST",
    path: "/templates/{id}/publish",
    tag,
    summary: "Publish a template",
    description:
      "Freezes a revision of the draft as the version that links show from now on. The first time it makes the template’s link.",
    action: "template.publish",
    params: itemId,
    body: publishInput,
    answer: {
      kind: "json",
      status: 200,
      description: "The version, and the link that shows it.",
      schema: publishedShape,
    },
    repeatable: true,
    example: ({ templateId, revision }) => ({
      params: { id: templateId },
      body: { revision, note: "For the spring mail" },
    }),
    run: (scope, { params, body }) => publishTemplate(scope, params.id, body.revision, body.note),
  }),
  operation({
    id: "listVersions",
    method: "GET",
    path: "/templates/{id}/versions",
    tag,
    summary: "List versions",
    description: "What was published, the newest first.",
    action: "version.read",
    params: itemId,
    query: z.strictObject({
      before: z.coerce
        .number()
        .int()
        .min(1)
        .max(2_000_000_000)
        .optional()
        .describe("Only versions before this number."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of versions.",
      schema: z.strictObject({ versions: z.array(versionShape), more: z.boolean() }),
    },
    example: ({ templateId }) => ({ params: { id: templateId }, query: { limit: "5" } }),
    run: async (scope, { params, query }) => {
      const { versions, more } = await listVersions(scope, params.id, query);
      return {
        versions: versions.map(({ createdAt, ...rest }) => ({ ...rest, createdAt: createdAt.toISOString() })),
        more,
      };
    },
  }),
];

/** How often a save without a revision is tried anew when others save at the same moment. */
const ATTEMPTS = 5;

async function replaceDraft(scope: Scope, id: string, document: unknown, revision: number | undefined) {
  const mutationId = newId("req");
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const baseRevision = revision ?? (await loadDraft(scope, id)).revision;
    const saved = await saveDraft(scope, id, { document, baseRevision, mutationId });
    if (saved.kind === "saved") return { revision: saved.revision };
    if (revision !== undefined) {
      throw new AppError(
        "precondition_failed",
        `The draft is at revision ${saved.revision}; If-Match named ${revision}. Read it again and make your change there.`,
      );
    }
  }
  throw new AppError("conflict", "The draft is being saved by others at this moment. Try again.");
}
