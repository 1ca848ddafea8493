import { addLink } from "@/lib/server/links/create-link";
import type { Person } from "@/lib/server/testing/people";
import { deleteSource } from "@/lib/sources/manage-sources";
import { LIVE, newLiveSource } from "@/lib/sources/testing/new-live-source";
import { newTable } from "@/lib/sources/testing/new-table";
import type { RouteExamples } from "../example";
import { newPublished } from "../things";

const S = "w/[workspace]/sources";
const L = "w/[workspace]/links";

async function newLink(owner: Person): Promise<string> {
  return (await addLink(owner.scope, { templateId: await newPublished(owner) })).id;
}

/** Of data that links look values up in. */
export const SOURCES_EXAMPLES: RouteExamples = {
  [`GET ${S}`]: async () => ({}),
  [`GET ${S}/[id]`]: async (owner) => ({ id: await newTable(owner) }),
  [`PATCH ${S}/[id]`]: async (owner) => ({ id: await newTable(owner), body: { name: "Customers" } }),
  [`DELETE ${S}/[id]`]: async (owner) => ({ id: await newTable(owner), status: 204 }),
  [`POST ${S}/[id]/restore`]: async (owner) => {
    const id = await newTable(owner);
    await deleteSource(owner.scope, id);
    return { id };
  },
  [`POST ${S}/live`]: async (owner) => {
    await newLiveSource(owner);
    return { body: { name: "Canary", ...LIVE }, status: 201 };
  },
  [`POST ${S}/live/test`]: async () => ({ body: { ...LIVE, sample: {} } }),
  [`GET ${S}/live/[id]`]: async (owner) => ({ id: await newLiveSource(owner) }),
  [`PUT ${S}/live/[id]`]: async (owner) => ({
    id: await newLiveSource(owner),
    body: { ...LIVE, config: { ...LIVE.config, cacheSeconds: 60 } },
  }),
  [`GET ${L}/[id]/sources`]: async (owner) => ({ id: await newLink(owner) }),
  [`PUT ${L}/[id]/sources`]: async (owner) => ({
    id: await newLink(owner),
    body: { sources: [{ sourceId: await newTable(owner), mapping: { first_name: "Name" } }] },
  }),
};
