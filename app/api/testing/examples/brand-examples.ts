import { loadBrandKit } from "@/lib/server/brand/brand-kit";
import { uploadOf } from "@/lib/server/testing/api-world";
import type { RouteExamples } from "../example";
import { newFont, someFont, someKit } from "../things";

/** Of the brand kit and fonts. */
export const BRAND_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/brand": async () => ({}),
  "PUT w/[workspace]/brand": async (owner) => ({
    body: { kit: await someKit(owner), baseRevision: (await loadBrandKit(owner.scope)).revision },
  }),
  "GET w/[workspace]/fonts": async () => ({}),
  "POST w/[workspace]/fonts": async () => ({ body: uploadOf(await someFont(), "brand.ttf"), status: 201 }),
  "PATCH w/[workspace]/fonts/[id]": async (owner) => ({
    id: await newFont(owner),
    body: { family: "House font", licenceNote: "Bought" },
  }),
  "DELETE w/[workspace]/fonts/[id]": async (owner) => ({ id: await newFont(owner), status: 204 }),
  "GET w/[workspace]/fonts/[id]/file": async (owner) => ({ id: await newFont(owner), guestStatus: 404 }),
};
