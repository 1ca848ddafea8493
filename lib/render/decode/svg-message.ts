import { z } from "zod";
import { sentBytes } from "./decode-message";

/** What the server asks an SVG child. */
export const svgJob = z.strictObject({
  bytes: sentBytes,
  /** Longest side of the result, px. */
  maxSide: z.number().int().min(1).max(4096),
});

/** Why an SVG is not drawn: a DOCTYPE, past the limits of size or depth, or nothing to be seen in it. */
export const svgRefusal = z.enum(["doctype", "too_complex", "blank"]);

export const svgOutcome = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("picture"),
    /** A PNG. */
    bytes: sentBytes,
    width: z.number().int().min(1).max(4096),
    height: z.number().int().min(1).max(4096),
  }),
  z.strictObject({ kind: z.literal("refused"), why: svgRefusal }),
  z.strictObject({ kind: z.enum(["broken", "slow"]) }),
]);

export type SvgJob = z.infer<typeof svgJob>;
export type SvgOutcome = z.infer<typeof svgOutcome>;
export type SvgRefusal = z.infer<typeof svgRefusal>;
