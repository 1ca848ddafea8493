import { deleteStarter } from "@/lib/server/templates/starters";
import type { RouteExamples } from "../example";
import { newStarter, newTemplate } from "../things";

/** Of a workspace's own starters. */
export const STARTERS_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/starters": async () => ({}),
  "POST w/[workspace]/starters": async (owner) => ({
    body: { templateId: await newTemplate(owner) },
    status: 201,
  }),
  "PATCH w/[workspace]/starters/[id]": async (owner) => ({
    id: await newStarter(owner),
    body: { name: "Häuser" },
  }),
  "DELETE w/[workspace]/starters/[id]": async (owner) => ({ id: await newStarter(owner), status: 204 }),
  "POST w/[workspace]/starters/[id]/restore": async (owner) => {
    const id = await newStarter(owner);
    await deleteStarter(owner.scope, id);
    return { id };
  },
  "GET w/[workspace]/starters/[id]/picture.png": async (owner) => ({ id: await newStarter(owner) }),
};
