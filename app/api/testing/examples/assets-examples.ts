import { deleteAssets, tagAssets } from "@/lib/server/asset-library/change-many";
import { newPicture, uploadOf } from "@/lib/server/testing/api-world";
import type { RouteExamples } from "../example";
import { newAsset, newTemplate } from "../things";

/** Of the picture library. */
export const ASSETS_EXAMPLES: RouteExamples = {
  "GET w/[workspace]/assets": async () => ({}),
  "POST w/[workspace]/assets": async () => ({ body: uploadOf(newPicture()), status: 201 }),
  "GET w/[workspace]/assets/[id]": async (owner) => ({
    id: await newAsset(owner),
    guestStatus: 404,
  }),
  "PATCH w/[workspace]/assets": async (owner) => ({
    body: { ids: [await newAsset(owner)], tag: "Logos", on: true },
  }),
  "PATCH w/[workspace]/assets/[id]": async (owner) => ({
    id: await newAsset(owner),
    body: { name: "Logo", tags: ["Brand"] },
  }),
  "GET w/[workspace]/assets/[id]/uses": async (owner) => ({ id: await newAsset(owner) }),
  "POST w/[workspace]/assets/[id]/replace": async (owner) => ({
    id: await newAsset(owner),
    body: { with: await newAsset(owner) },
  }),
  "POST w/[workspace]/assets/[id]/undo-replace": async (owner) => ({
    id: await newAsset(owner),
    body: {
      with: await newAsset(owner),
      templates: [{ id: await newTemplate(owner), revision: 9, places: [] }],
    },
  }),
  "POST w/[workspace]/assets/delete": async (owner) => ({ body: { ids: [await newAsset(owner)] } }),
  "POST w/[workspace]/assets/restore": async (owner) => {
    const ids = [await newAsset(owner)];
    await deleteAssets(owner.scope, ids);
    return { body: { ids } };
  },
  "GET w/[workspace]/assets/tags": async () => ({}),
  "PATCH w/[workspace]/assets/tags": async (owner) => {
    await tagAssets(owner.scope, { ids: [await newAsset(owner)], tag: "Logos", on: true });
    return { body: { from: "Logos", to: "Brand" } };
  },
  // Nothing is at that address: being let in ends in the sentence about pictures.
  "POST w/[workspace]/remote-image": async () => ({ body: { url: "http://127.0.0.1:1/x.png" }, status: 422 }),
};
