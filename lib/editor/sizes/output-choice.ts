import type { ImageFormat } from "@/lib/link/address";
import type { OutputChoice } from "@/lib/link/output-params";
import { LIMITS } from "@/lib/template/limits";
import type { Document } from "@/lib/template/schema";
import { documentAtSize } from "@/lib/template/variants";

export const SCALES = [1, 2, 3] as const;

/** Weights to choose from, kB of 1,000 bytes. What says nothing keeps `MAIL_KILOBYTES` where it can be kept. */
export const BUDGETS = [50, 100, 150, 200, 300, 500, 1000] as const;
export const MAIL_KILOBYTES = 200;
/** What a GIF keeps when nothing is said, kB. */
export const GIF_KILOBYTES = 500;

/** Formats whose quality can be lowered until the picture is light enough. */
const LOSSY: readonly ImageFormat[] = ["jpg", "webp", "avif", "gif"];

/** An AVIF of more pixels is written without looking for the quality that fits: that would take seconds. */
const AVIF_PIXELS = 2_000_000;
/** A GIF of more pixels stands still. */
const GIF_PIXELS = 4_000_000;

const MOST_PIXELS: Partial<Record<ImageFormat, number>> = { avif: AVIF_PIXELS, gif: GIF_PIXELS };

/** The densities that a picture of this size can have in this format: the largest picture there is bounds them. */
export function scalesFor(size: Pick<Document, "width" | "height">, format: ImageFormat): (1 | 2 | 3)[] {
  if (format === "pdf") return [1];
  return SCALES.filter((scale) => {
    const [width, height] = [size.width * scale, size.height * scale];
    const most = MOST_PIXELS[format] ?? LIMITS.canvasArea;
    const fits = width <= LIMITS.canvasSide && height <= LIMITS.canvasSide && width * height <= most;
    return scale === 1 || fits;
  });
}

/** Whether a weight means anything to a picture of this size in this format. */
export function canBeWeighed(size: Pick<Document, "width" | "height">, format: ImageFormat): boolean {
  const most = MOST_PIXELS[format] ?? Number.POSITIVE_INFINITY;
  return LOSSY.includes(format) && size.width * size.height <= most;
}

/** What of a choice means something: a size that there is, a density that fits, a weight where it can be kept. */
export function meaningfulOutput(design: Document, format: ImageFormat, asked: OutputChoice): OutputChoice {
  const size = design.variants.some(({ id }) => id === asked.size) ? (asked.size ?? null) : null;
  const document = documentAtSize(design, size);
  const scale = scalesFor(document, format).findLast((each) => each <= (asked.scale ?? 1)) ?? 1;
  const kilobytes = canBeWeighed(document, format) ? (asked.kilobytes ?? null) : null;
  return { size, scale, kilobytes };
}
