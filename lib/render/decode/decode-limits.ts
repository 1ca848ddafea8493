/** Limits on pictures from outside. Sentences to the user name them. */
export const DECODE_LIMITS = {
  /** Bytes of a file. */
  bytes: 10_000_000,
  /** Pixels of a picture, whatever its file size. */
  pixels: 40_000_000,
  /** Seconds for decoding, shrinking and encoding. */
  seconds: 4,
  /** Longest side kept, px. */
  maxSide: 2400,
} as const;
