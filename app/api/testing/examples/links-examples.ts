import { addLink } from "@/lib/server/links/create-link";
import { deleteLink } from "@/lib/server/links/delete-link";
import { newSigningKey } from "@/lib/server/testing/api-world";
import type { Person } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { newPublished, newTemplate } from "../things";

const L = "w/[workspace]/links";
const K = "w/[workspace]/signing-keys";

async function newLink(owner: Person): Promise<string> {
  return (await addLink(owner.scope, { templateId: await newPublished(owner), name: "Canary" })).id;
}

/** Of links, their settings and signed addresses, and of the keys that sign. */
export const LINKS_EXAMPLES: RouteExamples = {
  [`GET ${L}`]: async () => ({}),
  [`POST ${L}`]: async (owner) => ({
    body: { templateId: await newTemplate(owner), name: "Spring campaign" },
    status: 201,
  }),
  [`GET ${L}/[id]`]: async (owner) => ({ id: await newLink(owner) }),
  [`PATCH ${L}/[id]`]: async (owner) => ({
    id: await newLink(owner),
    body: { paused: true, maxRenders: 100, policy: "signed", allowedImageHosts: ["*.example.com"] },
  }),
  [`DELETE ${L}/[id]`]: async (owner) => ({ id: await newLink(owner), status: 204 }),
  [`POST ${L}/[id]/restore`]: async (owner) => {
    const id = await newLink(owner);
    await deleteLink(owner.scope, id);
    return { id };
  },
  // Without values: there, any name is that of a field.
  [`POST ${L}/[id]/url`]: async (owner) => ({ id: await newLink(owner), body: { encrypt: true } }),
  [`GET ${K}`]: async () => ({}),
  [`POST ${K}`]: async (owner) => {
    // There are five at most, and the walks make more.
    await newSigningKey(owner);
    return { status: 201 };
  },
  [`GET ${K}/[id]`]: async (owner) => ({ id: await newSigningKey(owner) }),
  [`DELETE ${K}/[id]`]: async (owner) => ({ id: await newSigningKey(owner), status: 204 }),
};
