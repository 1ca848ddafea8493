import { createHash } from "node:crypto";
import sharp from "sharp";
import type { PdfReference } from "./pdf-objects";
import { pixelsOf } from "./raster-part";

/** Pixels of a picture: three bytes of colour each, and one of opacity where not all are opaque. */
export type Pixels = { width: number; height: number; rgb: Buffer; alpha: Buffer | null };

export type WrittenPicture = { reference: PdfReference; width: number; height: number };

/** Writes pictures to a file, each once, however many pages show it. */
export type PictureWriter = {
  /**
   * The picture of a data URI. A JPEG in grey or RGB stands as it is; everything else is written pixel by pixel,
   * without loss. Only ever given pictures that were decoded and cleaned before.
   */
  picture(href: string): Promise<WrittenPicture>;
  pixels(pixels: Pixels): WrittenPicture;
};

export function createPictures(document: PDFKit.PDFDocument): PictureWriter {
  const pictures = new Map<string, Promise<WrittenPicture>>();
  const drawn = new Map<string, WrittenPicture>();

  const image = (dictionary: Readonly<Record<string, unknown>>, data: Buffer) => {
    const reference = document.ref({ Type: "XObject", Subtype: "Image", BitsPerComponent: 8, ...dictionary });
    reference.end(data);
    return reference;
  };

  function writePixels({ width, height, rgb, alpha }: Pixels): WrittenPicture {
    const size = { Width: width, Height: height };
    const mask = alpha && image({ ...size, ColorSpace: "DeviceGray" }, alpha);
    const reference = image({ ...size, ColorSpace: "DeviceRGB", ...(mask && { SMask: mask }) }, rgb);
    return { reference, width, height };
  }

  async function writePicture(href: string): Promise<WrittenPicture> {
    const bytes = Buffer.from(href.slice(href.indexOf(",") + 1), "base64");
    const { format, width, height, channels, space } = await sharp(bytes).metadata();
    const isPlain = (channels === 3 && space === "srgb") || (channels === 1 && space === "b-w");
    if (format === "jpeg" && isPlain) {
      const ColorSpace = channels === 1 ? "DeviceGray" : "DeviceRGB";
      const dictionary = { Width: width, Height: height, ColorSpace, Filter: "DCTDecode" };
      return { reference: image(dictionary, bytes), width, height };
    }
    const { data } = await sharp(bytes)
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return writePixels(pixelsOf(data, width, { x: 0, y: 0, width, height }));
  }

  return {
    picture(href) {
      const key = createHash("sha256").update(href).digest("base64");
      const known = pictures.get(key) ?? writePicture(href);
      pictures.set(key, known);
      return known;
    },
    pixels(pixels) {
      const hash = createHash("sha256").update(`${pixels.width} ${pixels.height} `).update(pixels.rgb);
      const key = hash.update(pixels.alpha ?? "").digest("base64");
      const known = drawn.get(key) ?? writePixels(pixels);
      drawn.set(key, known);
      return known;
    },
  };
}
