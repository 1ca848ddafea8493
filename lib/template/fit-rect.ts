import type { Rect } from "./geometry";
import type { Size } from "./layer-entry";

/** Which part of a picture is drawn (`source`, picture px) and where in the box (`dest`, box px). */
export type FittedRect = { source: Rect; dest: Rect };

/**
 * Fits a picture into a box as CSS `object-fit` and `object-position` do. `cover` fills the box and crops the
 * picture; the focal point (shares of its width and height) stays in view, at the same shares of the box.
 * `contain` shows all of it, centred.
 */
export function fitRect(
  picture: Size,
  box: Size,
  fit: "cover" | "contain",
  focal: { x: number; y: number } = { x: 0.5, y: 0.5 },
): FittedRect {
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const horizontal = box.width / picture.width;
  const vertical = box.height / picture.height;
  if (fit === "contain") {
    const scale = Math.min(horizontal, vertical);
    const width = picture.width * scale;
    const height = picture.height * scale;
    return {
      source: whole,
      dest: { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height },
    };
  }
  const scale = Math.max(horizontal, vertical);
  const width = Math.min(picture.width, box.width / scale);
  const height = Math.min(picture.height, box.height / scale);
  return {
    source: {
      x: (picture.width - width) * focal.x,
      y: (picture.height - height) * focal.y,
      width,
      height,
    },
    dest: { x: 0, y: 0, width: box.width, height: box.height },
  };
}
