import { z } from "zod";
import { sentBytes } from "./decode-message";
import { FONT_LIMITS } from "./font-limits";

export const fontPacking = z.enum(["sfnt", "woff", "woff2"]);

/** What the server asks a font child. */
export const fontJob = z.strictObject({ bytes: sentBytes, packing: fontPacking });

/**
 * Why a font is not taken: several fonts in a file, no outlines of its own, past the limit once unpacked, or a glyph
 * of too many points.
 */
export const fontRefusal = z.enum(["collection", "no_outlines", "too_large", "too_detailed"]);

const notice = z.string().max(FONT_LIMITS.notice);

/** What is told of a font. Texts are the font's own words: one line of plain text, and never trusted. */
export const fontFacts = z.strictObject({
  /** Empty where the font does not say. */
  family: z.string().max(FONT_LIMITS.family),
  /** 100 to 900, in hundreds. */
  weight: z.number().int().min(100).max(900),
  italic: z.boolean(),
  /** Whether it could vary; what is kept is its default form. */
  variable: z.boolean(),
  glyphs: z.number().int().min(1).max(65_535),
  characters: z.number().int().min(1),
  /** Scripts that it can write, such as "Latin". */
  scripts: z.array(z.string().max(40)).max(40),
  copyright: notice,
  licence: notice,
});

export const fontOutcome = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("font"),
    /** A TrueType or OpenType file, built anew. */
    bytes: sentBytes,
    format: z.enum(["ttf", "otf"]),
    facts: fontFacts,
  }),
  z.strictObject({ kind: z.literal("refused"), why: fontRefusal }),
  z.strictObject({ kind: z.enum(["broken", "slow"]) }),
]);

export type FontPacking = z.infer<typeof fontPacking>;
export type FontJob = z.infer<typeof fontJob>;
export type FontFacts = z.infer<typeof fontFacts>;
export type FontOutcome = z.infer<typeof fontOutcome>;
export type FontRefusal = z.infer<typeof fontRefusal>;
