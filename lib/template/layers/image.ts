import { z } from "zod";
import { centredBase, NO_CHILDREN, scaled } from "../layer-base";
import type { LayerEntry, Size } from "../layer-entry";
import { assetId, fieldKey, layerBase, share } from "../primitives";
import type { ResolvedImageLayer } from "../resolved";

/** Where an image layer's picture comes from: an uploaded asset, a field that holds an address, or nowhere yet. */
export const imageSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("asset"), assetId }),
  z.strictObject({ kind: z.literal("field"), key: fieldKey }),
]);
export type ImageSource = z.infer<typeof imageSource>;

/** The most a picture can be enlarged beyond what its fit makes of it. */
export const LARGEST_ZOOM = 10;

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
  /** How many times as large as `fit` makes it the picture is drawn, about its focal point. */
  zoom: z.number().min(1).max(LARGEST_ZOOM).default(1),
  /** Corner radius, px. */
  radius: z.number().min(0).max(4096),
  mask: z.enum(["none", "circle"]),
});
export type ImageLayer = z.infer<typeof imageLayer>;

function blank(id: string, canvas: Size): ImageLayer {
  const height = Math.min(canvas.height * 0.5, canvas.width * 0.5);
  return {
    ...centredBase(id, "Image", { width: height * 1.5, height }, canvas),
    type: "image",
    source: { kind: "none" },
    replacement: null,
    fit: "cover",
    focalX: 0.5,
    focalY: 0.5,
    zoom: 1,
    radius: 0,
    mask: "none",
  };
}

function avatar(id: string, canvas: Size): ImageLayer {
  const side = Math.min(canvas.width, canvas.height) * 0.3;
  const base = centredBase(id, "Profile picture", { width: side, height: side }, canvas);
  return { ...blank(id, canvas), ...base, mask: "circle" };
}

function isResolved(image: ImageLayer): image is ImageLayer & ResolvedImageLayer {
  return image.source.kind !== "field";
}

function withAssets(image: ImageLayer, assetFor: (id: string) => string | null): ImageLayer {
  const source = image.source.kind === "asset" ? sourceOf(assetFor(image.source.assetId)) : image.source;
  const replacement = image.replacement === null ? null : assetFor(image.replacement);
  const rules = image.rules.flatMap((rule): ImageLayer["rules"] => {
    const { then } = rule;
    if (then.kind !== "set" || then.path !== "source") return [rule];
    const id = assetId.safeParse(then.value.trim());
    // What is no picture's id sets nothing, here as anywhere.
    if (!id.success) return [rule];
    const next = assetFor(id.data);
    if (next === null) return [];
    return next === id.data ? [rule] : [{ ...rule, then: { ...then, value: next } }];
  });
  const isSame =
    (source === image.source ||
      (source.kind === "asset" &&
        image.source.kind === "asset" &&
        source.assetId === image.source.assetId)) &&
    replacement === image.replacement &&
    rules.length === image.rules.length &&
    rules.every((rule, index) => rule === image.rules[index]);
  return isSame ? image : { ...image, source, replacement, rules };
}

function sourceOf(id: string | null): ImageSource {
  return id === null ? { kind: "none" } : { kind: "asset", assetId: id };
}

export const imageEntry: LayerEntry<ImageLayer> = {
  type: "image",
  label: "Image",
  schema: imageLayer,
  create: blank,
  blank,
  presets: [
    { id: "image", label: "Image", create: blank },
    { id: "avatar", label: "Profile picture", create: avatar },
  ],
  content: ["source", "replacement", "focalX", "focalY", "zoom"],
  sections: [
    {
      title: "Image",
      controls: [
        { kind: "imageSource", path: "source", label: "Picture" },
        {
          kind: "asset",
          path: "replacement",
          label: "Replacement picture",
          when: (image) => image.source.kind === "field",
        },
        {
          kind: "choice",
          path: "fit",
          label: "Fit",
          options: [
            { value: "cover", label: "Fill the box" },
            { value: "contain", label: "Show all of it" },
          ],
        },
        {
          kind: "focalPoint",
          label: "Focal point",
          when: (image) => image.fit === "cover" || image.zoom > 1,
        },
        { kind: "number", path: "zoom", label: "Zoom", min: 1, max: LARGEST_ZOOM, step: 0.1 },
        {
          kind: "choice",
          path: "mask",
          label: "Mask",
          options: [
            { value: "none", label: "None" },
            { value: "circle", label: "Circle" },
          ],
        },
        {
          kind: "number",
          path: "radius",
          label: "Corner radius",
          min: 0,
          max: 4096,
          step: 1,
          unit: "px",
          when: (image) => image.mask === "none",
        },
      ],
    },
  ],
  bindable: [
    { path: "source", label: "Picture", kind: "image" },
    { path: "radius", label: "Corner radius", kind: "number" },
  ],
  fieldReferences: ({ source }) =>
    source.kind === "field" ? [{ key: source.key, path: "/source/key", expects: "image" }] : [],
  withAssets,
  renameField: (image, from, to) =>
    image.source.kind === "field" && image.source.key === from
      ? { ...image, source: { kind: "field", key: to } }
      : image,
  problems: () => [],
  ...NO_CHILDREN,
  scale: (image, factor) => ({ ...image, radius: scaled(image.radius, factor, 0, 4096) }),
  resolve(image, context) {
    if (isResolved(image)) return image;
    const url = image.source.kind === "field" ? context.address(image.source.key) : null;
    return { ...image, source: url === null ? { kind: "none" } : { kind: "url", url } };
  },
};
