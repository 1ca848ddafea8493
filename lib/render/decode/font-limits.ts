/** Limits on font files. Sentences to the user name them. */
export const FONT_LIMITS = {
  /** Bytes of a file as uploaded. */
  bytes: 10_000_000,
  /** Bytes of a font once unpacked. */
  unpackedBytes: 30_000_000,
  tables: 64,
  /**
   * Points of one glyph's outline, as HarfBuzz draws it. The largest glyph of the fonts that come with this has 1,492
   * (a whole phrase in Arabic), the largest Chinese one 763, that of a worn typewriter 821, so three times as many leave
   * room for ornament. With 60,000 in one glyph, a hundred letters were an SVG of 51 MB.
   */
  glyphPoints: 5_000,
  /** Characters of a family's name. */
  family: 80,
  /** Characters of a notice on copyright or licence. */
  notice: 500,
  /** How long a file may take altogether, ms. */
  timeoutMs: 7000,
} as const;
