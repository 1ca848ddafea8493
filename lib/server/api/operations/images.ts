import { z } from "zod";
import { cursorText } from "../../cursor";
import { askForImage, askForImageInput } from "../../images/ask-for-image";
import type { ImageItem } from "../../images/image-item";
import { listImages, loadImage } from "../../images/load-images";
import { waitForImage } from "../../images/wait-for-image";
import { renderImage } from "../../render-image";
import { operation } from "../operation";
import { imageShape, itemId, limitParam, pageOf } from "../shapes";

const tag = "Pictures";

const CONTENT_TYPES = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  pdf: "application/pdf",
} as const;

type Shown = z.infer<typeof imageShape>;

export const IMAGE_OPERATIONS = [
  operation({
    id: "createImage",
    method: "POST",
    path: "/images",
    tag,
    summary: "Make a picture",
    description:
      "Paints a template with values. `delivery` says what comes: the picture itself, its address, or at once where it will be. The same request gives the same picture. Where a link would show something in its place, this says what is wrong. With `bytes`, `X-Render-Problem` names what did not load (`picture` or `font`), and an Idempotency-Key is not needed and not looked at: nothing is made that stays.",
    action: "image.render",
    body: askForImageInput,
    answer: {
      kind: "bytes",
      status: 200,
      description: "The picture; with `url`, what is known of it, its address among it.",
      contentTypes: Object.values(CONTENT_TYPES),
      schema: imageShape,
      accepted: {
        description: "With `async`: it is being made.",
        when: ({ state }: Shown) => state === "pending",
      },
    },
    answerHeaders: {
      ETag: "Names the picture: answers with equal ones have equal bytes.",
      "X-Render-Problem":
        "What did not load, so that the picture looks otherwise than designed: `picture` or `font`. It is there only then.",
    },
    repeatable: (sent) =>
      typeof sent === "object" && sent !== null && "delivery" in sent && sent.delivery !== "bytes",
    settle: async (scope, { id }: Shown) => imageOut(await waitForImage(scope, id)),
    example: ({ templateId }) => ({
      body: { templateId, version: "latest", values: {}, format: "png", scale: 2 },
    }),
    run: async (scope, { body }) => {
      if (body.delivery === "async") return imageOut(await askForImage(scope, body));
      if (body.delivery === "url") {
        return imageOut(await askForImage(scope, body, { awaited: true }));
      }
      const { bytes, format, key, missing } = await renderImage(scope, body);
      return new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": CONTENT_TYPES[format],
          "cache-control": "no-store",
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          etag: `"${key}"`,
          ...(missing === null ? {} : { "x-render-problem": missing }),
        },
      });
    },
  }),
  operation({
    id: "getImage",
    method: "GET",
    path: "/images/{id}",
    tag,
    summary: "Get a kept picture",
    description:
      "How it stands: `pending`, `ready` with its address, or `failed` with why. Kept for 30 days.",
    action: "image.read",
    params: itemId,
    answer: { kind: "json", status: 200, description: "What is known of it.", schema: imageShape },
    example: ({ imageId }) => ({ params: { id: imageId } }),
    run: async (scope, { params }) => imageOut(await loadImage(scope, params.id)),
  }),
  operation({
    id: "listImages",
    method: "GET",
    path: "/images",
    tag,
    summary: "List kept pictures",
    description: "Those made with `url` or `async`, the newest first.",
    action: "image.read",
    query: z.strictObject({
      template: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,60}$/)
        .optional()
        .describe("Only pictures of this template."),
      cursor: cursorText.optional().describe("`nextCursor` of the page before."),
      limit: limitParam,
    }),
    answer: {
      kind: "json",
      status: 200,
      description: "A page of pictures.",
      schema: pageOf("images", imageShape),
    },
    example: ({ templateId }) => ({ query: { template: templateId, limit: "10" } }),
    run: async (scope, { query }) => {
      const { images, nextCursor } = await listImages(scope, query);
      return { images: images.map(imageOut), nextCursor };
    },
  }),
];

function imageOut({ createdAt, expiresAt, metadata, ...rest }: ImageItem): Shown {
  return {
    ...rest,
    metadata: { ...metadata },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
