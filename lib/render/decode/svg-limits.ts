/** Limits on SVG files. Sentences to the user name them. */
export const SVG_LIMITS = {
  /** Bytes of a file. */
  bytes: 512_000,
  /** Elements and stretches of text. */
  nodes: 20_000,
  /** Elements inside each other. */
  depth: 64,
  /** How much larger than its natural size it is drawn, so that it stays sharp. */
  scale: 2,
  /** Pixels of a raster picture inside the file. */
  innerPixels: 16_777_216,
  /** How long a file may take altogether, ms. */
  timeoutMs: 3000,
} as const;
