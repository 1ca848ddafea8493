import { renderImage, renderImageInput } from "../../render-image";
import { operation } from "../operation";

const CONTENT_TYPES = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  pdf: "application/pdf",
} as const;

export const IMAGE_OPERATIONS = [
  operation({
    id: "createImage",
    method: "POST",
    path: "/images",
    tag: "Pictures",
    summary: "Make a picture",
    description:
      "Paints a template with values and answers with the picture itself. The same request gives the same picture. Where a link would show something in its place, this says what is wrong.",
    action: "image.render",
    body: renderImageInput,
    answer: {
      kind: "bytes",
      status: 200,
      description: "The picture.",
      contentTypes: Object.values(CONTENT_TYPES),
    },
    answerHeaders: {
      ETag: "Names the picture: answers with equal ones have equal bytes.",
      "X-Render-Problem":
        "What did not load, so that the picture looks otherwise than designed: `picture` or `font`. It is there only then.",
    },
    example: ({ templateId }) => ({
      body: { templateId, version: "latest", values: {}, format: "png", scale: 2 },
    }),
    run: async (scope, { body }) => {
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
];
