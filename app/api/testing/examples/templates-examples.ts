import { newId } from "@/lib/accounts/ids";
import { createProject } from "@/lib/server/projects";
import { deleteTemplate } from "@/lib/server/templates/delete-template";
import { uploadOf } from "@/lib/server/testing/api-world";
import { createDocument } from "@/lib/template/create-document";
import type { RouteExamples } from "../example";
import { BLANK, fileOf, newTemplate } from "../things";

/** Of templates and their drafts. */
export const TEMPLATES_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/templates": async () => ({ query: "?limit=100" }),
  "POST w/[workspace]/templates": async () => ({ body: { from: BLANK }, status: 201 }),
  "PATCH w/[workspace]/templates/[id]": async (owner) => ({
    id: await newTemplate(owner),
    body: { name: "Щёголева" },
  }),
  "DELETE w/[workspace]/templates/[id]": async (owner) => ({ id: await newTemplate(owner), status: 204 }),
  "POST w/[workspace]/templates/[id]/restore": async (owner) => {
    const id = await newTemplate(owner);
    await deleteTemplate(owner.scope, id);
    return { id };
  },
  "POST w/[workspace]/templates/[id]/duplicate": async (owner) => ({
    id: await newTemplate(owner),
    body: { projectId: (await createProject(owner.scope, "Client")).id },
    status: 201,
  }),
  "GET w/[workspace]/templates/[id]/export": async (owner) => ({ id: await newTemplate(owner) }),
  "POST w/[workspace]/templates/import": async (owner) => ({
    body: uploadOf(await fileOf(owner, await newTemplate(owner)), "design.nameplate"),
    status: 201,
  }),
  "GET w/[workspace]/templates/deleted": async () => ({ query: "?limit=100" }),
  "POST w/[workspace]/templates/[id]/publish": async (owner) => ({
    id: await newTemplate(owner),
    body: { revision: 1 },
  }),
  "GET w/[workspace]/templates/[id]/draft": async (owner) => ({ id: await newTemplate(owner) }),
  "PUT w/[workspace]/templates/[id]/draft": async (owner) => ({
    id: await newTemplate(owner),
    body: { document: createDocument(BLANK), baseRevision: 1, mutationId: newId("err") },
  }),
  "GET w/[workspace]/templates/[id]/thumbnail.png": async (owner) => ({ id: await newTemplate(owner) }),
  "POST w/[workspace]/templates/[id]/presence": async (owner) => ({
    id: await newTemplate(owner),
    body: { tabId: "tab-of-the-owner" },
  }),
  "GET w/[workspace]/templates/[id]/weight": async (owner) => ({ id: await newTemplate(owner) }),
  "PUT w/[workspace]/templates/[id]/brand-lock": async (owner) => ({
    id: await newTemplate(owner),
    body: { brandLocked: true },
  }),
};
