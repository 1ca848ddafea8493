import type { Rect } from "./geometry";
import type { Size } from "./layer-entry";

/** Which part of a picture is drawn (`source`, picture px) and where in the box (`dest`, box px). */
export type FittedRect = { source: Rect; dest: Rect };

/**
 * Fits a picture into a box. `cover` fills the box and crops the picture so that the focal point (shares of its
 * width and height) stays as near the middle as the edges allow; `contain` shows all of it, centred.
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
  const start = (length: number, part: number, share: number) =>
    Math.min(length - part, Math.max(0, share * length - part / 2));
  return {
    source: {
      x: start(picture.width, width, focal.x),
      y: start(picture.height, height, focal.y),
      width,
      height,
    },
    dest: { x: 0, y: 0, width: box.width, height: box.height },
  };
}
