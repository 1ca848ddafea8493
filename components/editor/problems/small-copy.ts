import type { PaintImage } from "@/lib/paint/painter";

/** Longest side of a copy, px: enough to see what lies behind letters. */
const LONGEST = 480;

/** A small copy of a picture that says the picture's own size; the picture itself when it is small. */
export async function smallCopy(image: PaintImage): Promise<PaintImage> {
  const share = LONGEST / Math.max(image.width, image.height);
  if (share >= 1) return image;
  const source = new Image();
  source.src = image.href;
  await source.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * share));
  canvas.height = Math.max(1, Math.round(image.height * share));
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return { ...image, href: canvas.toDataURL("image/png") };
}
