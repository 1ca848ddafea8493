import { AppError } from "@/lib/errors";
import { FONT_LIMITS } from "./font-limits";
import type { FontFacts, FontOutcome, FontPacking, FontRefusal } from "./font-message";
import { type FontPool, fontPool } from "./font-pool";

export type CleanFont = { bytes: Buffer; format: "ttf" | "otf"; facts: FontFacts };

const EXPECTED = "upload a TTF, OTF, WOFF or WOFF2";

const SIGNATURES: ReadonlyArray<readonly [signature: string, is: FontPacking | "collection"]> = [
  ["\0\x01\0\0", "sfnt"],
  ["true", "sfnt"],
  ["OTTO", "sfnt"],
  ["wOFF", "woff"],
  ["wOF2", "woff2"],
  ["ttcf", "collection"],
];

/**
 * Turns an uploaded font into a TrueType or OpenType file that is safe to store and to paint with: one static font in
 * one colour, unpacked, built anew from its tables. It is read in a process that can be killed.
 *
 * @throws AppError too_large, unsupported_type, invalid with a sentence for the person who chose the file;
 *   unavailable when too many fonts are being read
 */
export async function cleanFont(bytes: Uint8Array, pool: FontPool = fontPool()): Promise<CleanFont> {
  const outcome = await pool.run({ bytes, packing: packingOf(bytes) });
  if (outcome.kind !== "font") throw refusal(outcome);
  return { bytes: Buffer.from(outcome.bytes), format: outcome.format, facts: outcome.facts };
}

function packingOf(bytes: Uint8Array): FontPacking {
  if (bytes.byteLength === 0) throw new AppError("invalid", `This file is empty; ${EXPECTED}.`);
  if (bytes.byteLength > FONT_LIMITS.bytes) {
    const size = `${Math.ceil(bytes.byteLength / 100_000) / 10} MB`;
    throw new AppError(
      "too_large",
      `This font is ${size}; the limit is ${FONT_LIMITS.bytes / 1_000_000} MB.`,
      {
        details: { bytes: bytes.byteLength, limit: FONT_LIMITS.bytes },
      },
    );
  }
  const head = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  const packing = SIGNATURES.find(([signature]) => signature === head)?.[1];
  if (packing === undefined) throw new AppError("unsupported_type", `This file is not a font; ${EXPECTED}.`);
  if (packing === "collection") throw refusal({ kind: "refused", why: "collection" });
  return packing;
}

function refusal(outcome: Exclude<FontOutcome, { kind: "font" }>): AppError {
  switch (outcome.kind) {
    case "broken":
      return invalid("This font is broken and cannot be read; download it again or choose another file.");
    case "slow":
      return invalid("This font takes too long to read; choose another file.");
    case "refused":
      return invalid(REFUSALS[outcome.why]);
  }
}

const REFUSALS: Record<FontRefusal, string> = {
  collection: "This file holds several fonts; upload each as a TTF or OTF of its own.",
  no_outlines:
    "This font has no outlines to draw letters with, only pictures or nothing; choose another file.",
  too_large: `This font is more than ${FONT_LIMITS.unpackedBytes / 1_000_000} MB when unpacked; upload one with fewer characters.`,
  too_detailed: `A letter of this font is drawn with more than ${FONT_LIMITS.glyphPoints.toLocaleString("en")} points; choose another file, or simplify its outlines first.`,
};

const invalid = (message: string) => new AppError("invalid", message);
