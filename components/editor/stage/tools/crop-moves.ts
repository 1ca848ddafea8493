import { type Framing, fittedScale, placePicture } from "@/lib/paint/picture-place";
import type { Point } from "@/lib/template/geometry";
import { LARGEST_ZOOM } from "@/lib/template/layers/image";

/** The part of an image layer that cropping changes. */
export type Crop = Pick<Framing, "focalX" | "focalY" | "zoom">;

type Size = { width: number; height: number };

/** The crop after the picture was pulled so far, px of the layer's box. It never leaves a gap that need not be. */
export function pullPicture(from: Framing, picture: Size, by: Point): Crop {
  const place = placePicture(from, picture);
  return cropAt(from, picture, from.zoom, { x: place.x + by.x, y: place.y + by.y });
}

/** The crop with the picture drawn `factor` times as large as now, the point `about` of the layer's box staying. */
export function scalePicture(from: Framing, picture: Size, factor: number, about: Point): Crop {
  const zoom = rounded(Math.min(LARGEST_ZOOM, Math.max(1, from.zoom * factor)), 1e3);
  const place = placePicture(from, picture);
  const grown = zoom / from.zoom;
  return cropAt(from, picture, zoom, {
    x: about.x - (about.x - place.x) * grown,
    y: about.y - (about.y - place.y) * grown,
  });
}

/** The crop with its focal point at a point of the layer's box, where its handle stands. */
export function focusAt(from: Framing, { x, y }: Point): Crop {
  return { focalX: share(x / from.width), focalY: share(y / from.height), zoom: from.zoom };
}

/** The crop with the focal point moved by shares of the picture. */
export function stepFocus({ focalX, focalY, zoom }: Crop, by: Point): Crop {
  return { focalX: share(focalX + by.x), focalY: share(focalY + by.y), zoom };
}

/** The crop that puts the picture's corner as near to a point of the box as it can be. */
function cropAt(from: Framing, picture: Size, zoom: number, corner: Point): Crop {
  const scale = fittedScale(from, picture) * zoom;
  const focal = (slack: number, at: number, before: number) =>
    Math.abs(slack) < 1e-6 ? before : share(at / slack);
  return {
    focalX: focal(from.width - picture.width * scale, corner.x, from.focalX),
    focalY: focal(from.height - picture.height * scale, corner.y, from.focalY),
    zoom,
  };
}

function share(value: number): number {
  return rounded(Math.min(1, Math.max(0, value)), 1e4);
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0;
}
