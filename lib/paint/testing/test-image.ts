import sharp from "sharp";
import type { PaintImage } from "../painter";

/** A picture with a corner of its own colour on each side, so that cropping and turning it shows. */
export async function testImage(width = 120, height = 80): Promise<PaintImage> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set(
        [(x / width) * 255, (y / height) * 255, x > width / 2 === y > height / 2 ? 220 : 40],
        (y * width + x) * 3,
      );
    }
  }
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { href: `data:image/png;base64,${png.toString("base64")}`, width, height };
}
