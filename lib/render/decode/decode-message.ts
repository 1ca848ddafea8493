import { z } from "zod";

/** Bytes as they come through the channel between processes. */
export const sentBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "expected bytes");

/** What the server asks a decode child, one at a time. */
export const decodeJob = z.strictObject({
  bytes: sentBytes,
  format: z.enum(["png", "jpeg", "webp", "gif"]),
  /** Longest side of the result, px. */
  maxSide: z.number().int().min(1).max(8192),
  /** Shorter side that is enough, px; the result is no larger than that needs. */
  cover: z.number().int().min(1).max(8192).optional(),
});

const side = z.number().int().min(1).max(8192);

export const decodeOutcome = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("picture"),
    bytes: sentBytes,
    contentType: z.enum(["image/png", "image/jpeg"]),
    width: side,
    height: side,
  }),
  z.strictObject({
    kind: z.literal("too_many_pixels"),
    width: z.number().int(),
    height: z.number().int(),
  }),
  z.strictObject({ kind: z.enum(["broken", "slow"]) }),
]);

export type DecodeJob = z.infer<typeof decodeJob>;
export type DecodeOutcome = z.infer<typeof decodeOutcome>;
