import { z } from "zod";
import { assetId, fieldKey, layerBase, share } from "../primitives";

/** Where an image layer's picture comes from: an uploaded asset, a field that holds an address, or nowhere yet. */
export const imageSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("asset"), assetId }),
  z.strictObject({ kind: z.literal("field"), key: fieldKey }),
]);
export type ImageSource = z.infer<typeof imageSource>;

export const imageLayer = z.strictObject({
  ...layerBase,
  type: z.literal("image"),
  source: imageSource,
  /** Asset shown when a field has no address or its picture does not load. */
  replacement: assetId.nullable(),
  fit: z.enum(["cover", "contain"]),
  /** The point of the picture that stays in view when it is cropped, as shares of its width and height. */
  focalX: share,
  focalY: share,
  /** Corner radius, px. */
  radius: z.number().min(0).max(4096),
  mask: z.enum(["none", "circle"]),
});
export type ImageLayer = z.infer<typeof imageLayer>;
