import { z } from "zod";
import { cursorText } from "../../cursor";
import { env } from "../../env";
import {
  addLink,
  addLinkInput,
  deleteLink,
  type LinkItem,
  listLinks,
  loadLink,
  restoreLink,
} from "../../links";
import { operation } from "../operation";
import { itemId, limitParam, linkShape, pageOf } from "../shapes";

const tag = "Links";

export const LINK_OPERATIONS = [
  operation({
    id: "listLinks",
    method: "GET",
    path: "/links",
    tag,
    summary: "List links",
    description: "The newest first.",
    action: "link.read",
    query: z.strictObject({
      template: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,60}$/)
        .optional()
        .describe("Only links of this template."),
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of links.",
      schema: pageOf("links", linkShape),
    },
    example: ({ templateId }) => ({ query: { template: templateId } }),
    run: async (scope, { query }) => {
      const { links, nextCursor } = await listLinks(scope, query);
      return { links: links.map(linkOut), nextCursor };
    },
  }),
  operation({
    id: "createLink",
    method: "POST",
    path: "/links",
    tag,
    summary: "Create a link",
    description: "One more address of a template, such as for another campaign.",
    action: "link.edit",
    body: addLinkInput,
    answer: { kind: "json", status: 201, description: "The new link.", schema: linkShape },
    repeatable: true,
    example: ({ templateId }) => ({ body: { templateId } }),
    run: async (scope, { body }) => linkOut(await addLink(scope, body)),
  }),
  operation({
    id: "getLink",
    method: "GET",
    path: "/links/{id}",
    tag,
    summary: "Get a link",
    description: "A deleted one is not found.",
    action: "link.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The link.", schema: linkShape },
    example: ({ linkId }) => ({ params: { id: linkId } }),
    run: async (scope, { params }) => linkOut(await loadLink(scope, params.id)),
  }),
  operation({
    id: "deleteLink",
    method: "DELETE",
    path: "/links/{id}",
    tag,
    summary: "Delete a link",
    description: "Its address shows a neutral picture within seconds. `restoreLink` brings it back.",
    action: "link.edit",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ linkId }) => ({ params: { id: linkId } }),
    run: (scope, { params }) => deleteLink(scope, params.id),
  }),
  operation({
    id: "restoreLink",
    method: "POST",
    path: "/links/{id}/restore",
    tag,
    summary: "Restore a deleted link",
    description: "Restoring one that is not deleted changes nothing.",
    action: "link.edit",
    params: itemId,
    answer: { kind: "json", status: 200, description: "The link.", schema: linkShape },
    repeatable: true,
    example: ({ linkId }) => ({ params: { id: linkId } }),
    run: async (scope, { params }) => linkOut(await restoreLink(scope, params.id)),
  }),
];

function linkOut({ createdAt, ...rest }: LinkItem): z.infer<typeof linkShape> {
  return { ...rest, url: `${env().PUBLIC_URL}/i/${rest.key}.png`, createdAt: createdAt.toISOString() };
}
