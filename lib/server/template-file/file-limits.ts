import { DECODE_LIMITS } from "@/lib/render/decode/decode-limits";
import { LIMITS } from "@/lib/template/limits";

/** Limits of a template file. They hold for what is written too, picture by picture, so that what leaves can come back. */
export const FILE_LIMITS = {
  /** Bytes of the file. */
  bytes: 50_000_000,
  /** Bytes of everything in it, inflated. */
  inflated: 60_000_000,
  /** Files in it, known or not. */
  entries: 256,
  /** Different pictures of one template. */
  pictures: 100,
  /** Letters of a name in it, as bytes. */
  nameBytes: 200,
  manifestBytes: 100_000,
  /** A document, and the white space somebody may have put into it. */
  documentBytes: 2 * LIMITS.documentBytes,
  pictureBytes: DECODE_LIMITS.bytes,
  /** Levels of JSON: the deepest document, and a few for faults that can be mended. */
  jsonDepth: LIMITS.jsonDepth + 8,
  /** How long taking in the pictures of one file may last, ms. */
  patienceMs: 60_000,
} as const;
