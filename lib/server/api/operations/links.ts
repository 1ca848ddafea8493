import { z } from "zod";
import { linkState } from "@/lib/link/link-state";
import { env } from "../../env";
import { addLink, addLinkInput } from "../../links/create-link";
import { deleteLink, restoreLink } from "../../links/delete-link";
import type { LinkItem } from "../../links/link-item";
import { changeLink, linkSettings } from "../../links/link-settings";
import { linksFilter, listLinks, loadLink } from "../../links/list-links";
import { signLinkUrl, signLinkUrlInput } from "../../links/sign-link-url";
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
    query: linksFilter.extend({ limit: limitParam }),
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
    description: "One more address of a template, such as for another campaign, with settings of its own.",
    action: "link.edit",
    body: addLinkInput,
    answer: { kind: "json", status: 201, description: "The new link.", schema: linkShape },
    repeatable: true,
    example: ({ templateId }) => ({ body: { templateId, name: "Spring campaign" } }),
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
    id: "updateLink",
    method: "PATCH",
    path: "/links/{id}",
    tag,
    summary: "Change a link’s settings",
    description: "What is left out stays as it is. Its pictures follow within seconds.",
    action: "link.edit",
    params: itemId,
    body: linkSettings,
    answer: { kind: "json", status: 200, description: "The link as it is now.", schema: linkShape },
    example: ({ linkId }) => ({ params: { id: linkId }, body: { paused: false, maxRenders: 100_000 } }),
    run: async (scope, { params, body }) => linkOut(await changeLink(scope, params.id, body)),
  }),
  operation({
    id: "signLinkUrl",
    method: "POST",
    path: "/links/{id}/url",
    tag,
    summary: "Sign an address",
    description:
      "The address of a link’s picture for some values, signed, so that nobody can change them; or with the values encrypted, so that nobody can read them either. The newest signing key is used; without one, one is made.",
    action: "link.sign",
    params: itemId,
    body: signLinkUrlInput,
    answer: {
      kind: "json",
      status: 200,
      description: "The address.",
      schema: z.strictObject({
        url: z.url(),
        expiresAt: z.iso.datetime().nullable().describe("Until when it holds; null: for ever."),
      }),
    },
    example: ({ linkId }) => ({
      params: { id: linkId },
      body: { values: { first_name: "Maeve" }, encrypt: true },
    }),
    run: async (scope, { params, body }) => {
      const { url, expiresAt } = await signLinkUrl(scope, params.id, body);
      return { url, expiresAt: expiresAt?.toISOString() ?? null };
    },
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

function linkOut(link: LinkItem): z.infer<typeof linkShape> {
  const { id, key, templateId, name, expiresAt, maxRenders, renders, policy, allowedImageHosts, createdAt } =
    link;
  return {
    ...{ id, key, templateId, name, maxRenders, renders, policy, allowedImageHosts },
    url: `${env().PUBLIC_URL}/i/${key}.png`,
    state: linkState(link, new Date()),
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
