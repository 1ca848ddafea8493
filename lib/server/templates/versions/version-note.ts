import { z } from "zod";

/** Most characters of a note. */
export const LONGEST_NOTE = 500;

/**
 * What somebody says of a version: lines of text, or nothing. Control characters and broken surrogates, which the
 * database cannot hold, are taken out.
 */
export const versionNote = z
  .string()
  .max(10_000)
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replace(/[^\S\n]+/g, " ")
      .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, "")
      .trim(),
  )
  .refine((text) => [...text].length <= LONGEST_NOTE, `A note has at most ${LONGEST_NOTE} characters.`);
