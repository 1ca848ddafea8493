import { z } from "zod";
import { assetNotFound, changeAsset, changeAssetInput } from "../../asset-library/change-asset";
import { deleteAssets } from "../../asset-library/change-many";
import { type Asset, createAsset, listAssets, loadAssetFile, UPLOAD_LIMIT } from "../../assets";
import { cursorText } from "../../cursor";
import { pictureResponse } from "../../http/picture-response";
import { readUpload } from "../../http/read-upload";
import { operation } from "../operation";
import { assetShape, itemId, limitParam, pageOf } from "../shapes";

const tag = "Pictures in the library";

export const ASSET_OPERATIONS = [
  operation({
    id: "listAssets",
    method: "GET",
    path: "/assets",
    tag,
    summary: "List uploaded pictures",
    description: "The newest first.",
    action: "asset.list",
    query: z.strictObject({
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of pictures.",
      schema: pageOf("assets", assetShape),
    },
    example: () => ({ query: { limit: "20" } }),
    run: async (scope, { query }) => {
      const { assets, nextCursor } = await listAssets(scope, { ...query, sort: "newest" });
      return { assets: assets.map(assetOut), nextCursor };
    },
  }),
  operation({
    id: "uploadAsset",
    method: "POST",
    path: "/assets",
    tag,
    summary: "Upload a picture",
    description:
      "PNG, JPEG, WebP, GIF (its first frame) or SVG. It is decoded and encoded anew, so that nothing but its pixels is kept. The same picture twice is one asset, so repeating it does no harm.",
    action: "asset.create",
    upload: { description: "The picture, as the part `file` of a multipart form." },
    answer: { kind: "json", status: 201, description: "The picture in the library.", schema: assetShape },
    example: () => ({}),
    run: async (scope, { request }) =>
      assetOut(await createAsset(scope, await readUpload(request, UPLOAD_LIMIT))),
  }),
  operation({
    id: "getAssetFile",
    method: "GET",
    path: "/assets/{id}/file",
    tag,
    summary: "Download an uploaded picture",
    description: "The bytes as they are kept.",
    action: "asset.read",
    params: itemId,
    answer: {
      kind: "bytes",
      status: 200,
      description: "The picture.",
      contentTypes: ["image/png", "image/jpeg"],
    },
    revisions: "tagged",
    example: ({ assetId }) => ({ params: { id: assetId } }),
    run: async (scope, { params, request }) => {
      const { bytes, contentType, sha256 } = await loadAssetFile(scope, params.id);
      return pictureResponse(request, { etag: sha256, contentType, bytes });
    },
  }),
  operation({
    id: "updateAsset",
    method: "PATCH",
    path: "/assets/{id}",
    tag,
    summary: "Rename or tag a picture",
    description: "What shows it goes on to show it.",
    action: "asset.edit",
    params: itemId,
    body: changeAssetInput,
    answer: { kind: "json", status: 200, description: "The picture.", schema: assetShape },
    example: ({ assetId }) => ({ params: { id: assetId }, body: { name: "Logo", tags: ["Brand"] } }),
    run: async (scope, { params, body }) => assetOut(await changeAsset(scope, params.id, body)),
  }),
  operation({
    id: "deleteAsset",
    method: "DELETE",
    path: "/assets/{id}",
    tag,
    summary: "Delete a picture",
    description: "It leaves the library. Designs that show it go on to show it.",
    action: "asset.delete",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is deleted." },
    example: ({ assetId }) => ({ params: { id: assetId } }),
    run: async (scope, { params }) => {
      const { changed } = await deleteAssets(scope, [params.id]);
      if (changed === 0) throw assetNotFound();
    },
  }),
];

function assetOut({ createdAt, ...rest }: Asset): z.infer<typeof assetShape> {
  return { ...rest, createdAt: createdAt.toISOString() };
}
