import type { ImageFormat } from "@/lib/link/address";

/** Bump when the same frame would give other bytes: caches and entity tags carry it. */
export const ENCODER_VERSION = 5;

/** The media type of each format. */
export const CONTENT_TYPES: Record<ImageFormat, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  pdf: "application/pdf",
};

/** Formats made of pixels. */
export type PixelFormat = Exclude<ImageFormat, "pdf">;

/** How a picture is written. */
export type Output = {
  format: ImageFormat;
  /** Pixels to a px of the canvas. */
  scale: 1 | 2 | 3;
  /** Most kilobytes (1,000 bytes) it should weigh; null asks for none. Formats without loss cannot always keep it. */
  kilobytes: number | null;
};

/** A written picture. */
export type Encoded = {
  bytes: Uint8Array;
  /** Quality it was written with, 1 to 100; null where the format has none. */
  quality: number | null;
  /** Frames that are in it and that were to be, where the budget did not hold all of them. */
  frames?: { written: number; wanted: number };
};

/** Whether what shows through is white: JPEG knows no transparency, and in a GIF edges would fray. */
export function isOnWhite(format: ImageFormat): boolean {
  return format === "jpg" || format === "gif";
}

/** Most that a mail program is given as GIF where nothing is said, kB: beyond, it loads while its time runs. */
export const GIF_KILOBYTES = 500;

/** A GIF of more pixels stands still and keeps no budget; a scale is brought down to them where it can be. */
const GIF_PIXELS = 4_000_000;

/** Whether a picture of a document of this size is a GIF that would take seconds and many megabytes to move. */
export function isLargeGif(
  size: { width: number; height: number },
  { format, scale }: Pick<Output, "format" | "scale">,
): boolean {
  return format === "gif" && size.width * size.height * scale ** 2 > GIF_PIXELS;
}

/** Qualities that pictures are written with, best first. */
export const QUALITIES = [80, 72, 64, 56, 48, 40, 32, 24] as const;

/** What pictures weigh at these, as shares of the first: of a flat design, which shrinks less than a photograph. Measured. */
const WEIGHTS = {
  jpg: [1, 0.85, 0.77, 0.71, 0.66, 0.6, 0.55, 0.48],
  webp: [1, 0.86, 0.81, 0.76, 0.71, 0.66, 0.6, 0.53],
  avif: [1, 0.83, 0.64, 0.51, 0.42, 0.34, 0.26, 0.2],
} as const;

/** Formats that become lighter by quality. */
export type LossyFormat = keyof typeof WEIGHTS;

/** The lowest quality that pictures are written with: what is too heavy at this stays too heavy. */
export function lowestQuality(): number {
  return QUALITIES[QUALITIES.length - 1] ?? 24;
}

/** The best quality below one that made a picture too heavy, at which it should be light enough. Weights in bytes. */
export function qualityFor(format: LossyFormat, quality: number, bytes: number, budget: number): number {
  const weights: readonly number[] = WEIGHTS[format];
  const here = weights[QUALITIES.findIndex((candidate) => candidate <= quality)] ?? 1;
  const wanted = (here * budget) / bytes;
  return (
    QUALITIES.find((candidate, index) => candidate < quality && (weights[index] ?? 0) <= wanted) ??
    lowestQuality()
  );
}

/** Whether bytes keep a budget. */
export function isLightEnough(bytes: number, kilobytes: number | null): boolean {
  return kilobytes === null || bytes <= kilobytes * 1000;
}

/** AVIF takes a second of a core for so many pixels: a scale is brought down to them where it can be. */
const AVIF_PIXELS = 2_000_000;

/**
 * Quality of an AVIF of more pixels, which is written once: looking for one that keeps a budget takes up to 9 s of a
 * core. Weighs about 0.4 of the best.
 */
export const LARGE_AVIF_QUALITY = 48;

/** Whether a picture of a document of this size is an AVIF for whose budget no quality is looked for. */
export function isLargeAvif(
  size: { width: number; height: number },
  { format, scale }: Pick<Output, "format" | "scale">,
): boolean {
  return format === "avif" && size.width * size.height * scale ** 2 > AVIF_PIXELS;
}
