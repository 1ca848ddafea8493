import { z } from "zod";

/** A child's first word, when it can take jobs. */
export const CHILD_READY = "ready";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "expected bytes");

/** What the server asks a decode child, one at a time. */
export const decodeJob = z.strictObject({
  bytes,
  format: z.enum(["png", "jpeg", "webp", "gif"]),
  /** Longest side of the result, px. */
  maxSide: z.number().int().min(1).max(8192),
});

/** What a child answers. It is parsed at the server's side: the child has handled bytes from anywhere. */
export const decodeReply = z.strictObject({
  outcome: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("picture"),
      bytes,
      contentType: z.enum(["image/png", "image/jpeg"]),
      width: z.number().int().min(1).max(8192),
      height: z.number().int().min(1).max(8192),
    }),
    z.strictObject({
      kind: z.literal("too_many_pixels"),
      width: z.number().int(),
      height: z.number().int(),
    }),
    z.strictObject({ kind: z.enum(["broken", "slow"]) }),
  ]),
  /** Resident memory of the child after the job, bytes. */
  rss: z.number(),
});

export type DecodeJob = z.infer<typeof decodeJob>;
export type DecodeReply = z.infer<typeof decodeReply>;
export type DecodeOutcome = DecodeReply["outcome"];
