import { z } from "zod";

/**
 * One line a person typed: white space collapsed, control characters and broken surrogates (which the database
 * cannot hold) removed, in NFC, 1 to `longest` characters.
 */
export function lineOfText(longest: number, whenEmpty: string) {
  return z
    .string()
    .max(10_000)
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\s\u0085\u2028\u2029]+/g, " ")
        .replace(/[\p{Cc}\p{Cs}]/gu, "")
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(1, whenEmpty)
        .refine((text) => [...text].length <= longest, `Use at most ${longest} characters.`),
    )
    .meta({ minLength: 1, maxLength: longest });
}
