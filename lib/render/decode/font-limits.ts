/** Limits on font files. Sentences to the user name them. */
export const FONT_LIMITS = {
  /** Bytes of a file as uploaded. */
  bytes: 10_000_000,
  /** Bytes of a font once unpacked. */
  unpackedBytes: 30_000_000,
  tables: 64,
  /** Characters of a family's name. */
  family: 80,
  /** Characters of a notice on copyright or licence. */
  notice: 500,
  /** How long a file may take altogether, ms. */
  timeoutMs: 7000,
} as const;
