import type { ImageLayer } from "@/lib/template/layers/image";

type Size = { width: number; height: number };

/** What of an image layer decides where its picture lies. */
export type Framing = Pick<ImageLayer, "width" | "height" | "fit" | "focalX" | "focalY" | "zoom">;

/** How large the picture is drawn, to a px of its own, before it is enlarged: CSS `object-fit`. */
export function fittedScale({ width, height, fit }: Framing, picture: Size): number {
  const [across, down] = [width / picture.width, height / picture.height];
  return fit === "cover" ? Math.max(across, down) : Math.min(across, down);
}

/**
 * Where the whole picture lies in the layer's own box, px, what the box cuts off included: the focal point of the
 * picture lies at the same shares of the box, as CSS `object-position` has it.
 */
export function placePicture(layer: Framing, picture: Size): Size & { x: number; y: number } {
  const scale = fittedScale(layer, picture) * layer.zoom;
  const [width, height] = [picture.width * scale, picture.height * scale];
  return {
    x: (layer.width - width) * layer.focalX,
    y: (layer.height - height) * layer.focalY,
    width,
    height,
  };
}
