import type { ImageFormat } from "@/lib/link/address";

/** Bump when the same frame would give other bytes: caches and entity tags carry it. */
export const ENCODER_VERSION = 2;

export const CONTENT_TYPES: Record<ImageFormat, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
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
};

/** Qualities tried, best first, until a picture is as light as asked. */
export const QUALITIES = [80, 72, 64, 56, 48, 40, 32, 24] as const;

/** The next lower quality; null below the last. */
export function lowerQuality(quality: number): number | null {
  return QUALITIES.find((candidate) => candidate < quality) ?? null;
}

/** Whether bytes keep a budget. */
export function isLightEnough(bytes: number, kilobytes: number | null): boolean {
  return kilobytes === null || bytes <= kilobytes * 1000;
}
