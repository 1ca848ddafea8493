import sharp from "sharp";
import type { ImageFormat } from "@/lib/link/address";

/** Bump when the same SVG would give other bytes: caches and entity tags carry it. */
export const ENCODER_VERSION = 1;

export const CONTENT_TYPES: Record<ImageFormat, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};

// Renders run side by side; one thread each keeps them from fighting over the cores.
sharp.concurrency(1);

/**
 * An SVG of our own painter as encoded bytes. `width` and `height` in px; the SVG's viewBox is the canvas.
 * JPEG has no transparency: what is transparent becomes white.
 */
export async function encodeSvg(svg: string, format: ImageFormat): Promise<Buffer> {
  const image = sharp(Buffer.from(svg), { limitInputPixels: 4096 * 4096, unlimited: true });
  switch (format) {
    case "png":
      return image.png({ compressionLevel: 6, adaptiveFiltering: false }).toBuffer();
    case "jpg":
      return image
        .flatten({ background: "#ffffff" })
        .jpeg({ quality: 85, chromaSubsampling: "4:4:4" })
        .toBuffer();
    case "webp":
      return image.webp({ quality: 85, effort: 2 }).toBuffer();
  }
}
