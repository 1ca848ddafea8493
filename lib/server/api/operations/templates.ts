import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { openDocument } from "@/lib/template/open-document";
import { cursorText } from "../../cursor";
import { changeTemplate, changeTemplateInput } from "../../templates/change-template";
import { createTemplate, createTemplateInput } from "../../templates/create-template";
import { deleteTemplate, restoreTemplate } from "../../templates/delete-template";
import { loadDraft } from "../../templates/draft";
import { duplicateInput, duplicateTemplate } from "../../templates/duplicate-template";
import { loadSummary } from "../../templates/find-template";
import { listTemplates } from "../../templates/list-templates";
import type { TemplateSummary } from "../../templates/template-summary";
import { operation } from "../operation";
import { fieldShape, itemId, limitParam, pageOf, templateShape } from "../shapes";

const tag = "Templates";

/** Text to look for. The database takes no U+0000, so no name holds one. */
const searched = z
  .string()
  .max(120)
  .refine((text) => !text.includes("\0"), "The character U+0000 stands in no name.");

export const TEMPLATE_OPERATIONS = [
  operation({
    id: "listTemplates",
    method: "GET",
    path: "/templates",
    tag,
    summary: "List templates",
    description: "The last changed first. A key that is limited to projects sees theirs.",
    action: "template.read",
    query: z.strictObject({
      project: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,60}$/)
        .optional()
        .describe("Only templates of this project."),
      search: searched.optional().describe("Part of the name; case and accents do not count."),
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of templates.",
      schema: pageOf("templates", templateShape),
    },
    example: ({ projectId }) => ({ query: { project: projectId, limit: "10" } }),
    run: async (scope, { query }) => {
      const { templates, nextCursor } = await listTemplates(scope, query);
      return { templates: templates.map(templateOut), nextCursor };
    },
  }),
  operation({
    id: "createTemplate",
    method: "POST",
    path: "/templates",
    tag,
    summary: "Create a template",
    description: "Empty, from a ready design, or from a template of the workspace.",
    action: "template.create",
    body: createTemplateInput,
    answer: { kind: "json", status: 201, description: "The new template.", schema: templateShape },
    repeatable: true,
    example: ({ projectId }) => ({
      body: {
        name: "Spring sale",
        projectId,
        from: { kind: "blank", width: 1200, height: 628, displayWidth: 600 },
      },
    }),
    run: async (scope, { body }) => templateOut(await createTemplate(scope, body)),
  }),
  operation({
    id: "getTemplate",
    method: "GET",
    path: "/templates/{id}",
    tag,
    summary: "Get a template",
    description: "What lists show of it. Its fields and its design have addresses of their own.",
    action: "template.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The template.", schema: templateShape },
    example: ({ templateId }) => ({ params: { id: templateId } }),
    run: async (scope, { params }) => templateOut(await loadSummary(scope, params.id)),
  }),
  operation({
    id: "updateTemplate",
    method: "PATCH",
    path: "/templates/{id}",
    tag,
    summary: "Rename or move a template",
    description: "Its design is changed with `putDraft`.",
    action: "template.edit",
    params: itemId,
    body: changeTemplateInput,
    answer: { kind: "json", status: 200, description: "The template as it is now.", schema: templateShape },
    example: ({ templateId }) => ({ params: { id: templateId }, body: { name: "Summer sale" } }),
    run: async (scope, { params, body }) => templateOut(await changeTemplate(scope, params.id, body)),
  }),
  operation({
    id: "deleteTemplate",
    method: "DELETE",
    path: "/templates/{id}",
    tag,
    summary: "Delete a template",
    description: "Its links show a neutral picture from then on. `restoreTemplate` brings both back.",
    action: "template.delete",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ templateId }) => ({ params: { id: templateId } }),
    run: (scope, { params }) => deleteTemplate(scope, params.id),
  }),
  operation({
    id: "restoreTemplate",
    method: "POST",
    path: "/templates/{id}/restore",
    tag,
    summary: "Restore a deleted template",
    description: "With the links that went with it. Restoring one that is not deleted changes nothing.",
    action: "template.delete",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The template.", schema: templateShape },
    repeatable: true,
    example: ({ templateId }) => ({ params: { id: templateId } }),
    run: async (scope, { params }) => templateOut(await restoreTemplate(scope, params.id)),
  }),
  operation({
    id: "duplicateTemplate",
    method: "POST",
    path: "/templates/{id}/duplicate",
    tag,
    summary: "Duplicate a template",
    description: "A new, unpublished template with the same design, beside it or in another project.",
    action: "template.create",
    params: itemId,
    body: duplicateInput,
    answer: { kind: "json", status: 201, description: "The copy.", schema: templateShape },
    repeatable: true,
    example: ({ templateId, projectId }) => ({ params: { id: templateId }, body: { projectId } }),
    run: async (scope, { params, body }) => templateOut(await duplicateTemplate(scope, params.id, body)),
  }),
  operation({
    id: "listFields",
    method: "GET",
    path: "/templates/{id}/fields",
    tag,
    summary: "List a template’s fields",
    description: "What may stand in `values` when a picture is made, and what is shown where nothing does.",
    action: "template.read",
    params: itemId,
    answer: {
      kind: "json",
      status: 200,
      description: "The fields of the draft.",
      schema: z.strictObject({ fields: z.array(fieldShape) }),
    },
    example: ({ templateId }) => ({ params: { id: templateId } }),
    run: async (scope, { params }) => ({ fields: await fieldsOf(scope, params.id) }),
  }),
];

export function templateOut({ updatedAt, ...rest }: TemplateSummary): z.infer<typeof templateShape> {
  return { ...rest, updatedAt: updatedAt.toISOString() };
}

async function fieldsOf(scope: Scope, id: string): Promise<z.infer<typeof fieldShape>[]> {
  const { document } = openDocument((await loadDraft(scope, id)).document);
  return document.fields.map(({ key, label, type, fallback }) => ({
    key,
    label,
    type,
    fallback,
    samples: document.samples.slice(0, 5).flatMap(({ values }) => values[key] ?? []),
  }));
}
