import { z } from "zod";

/** RFC 5321 allows no longer address. */
const LONGEST = 254;

/**
 * An e-mail address: trimmed and lower-cased first, judged after, so that what is checked is what is stored.
 * Quoted local parts, control characters and look-alikes of `@` do not pass.
 */
export const emailAddress = z
  .string()
  .max(1000)
  .transform((text) => text.replace(/^ +| +$/g, "").toLowerCase())
  .pipe(
    z
      .email("Enter an e-mail address such as ana@example.com.")
      .max(LONGEST, `Enter an address of at most ${LONGEST} characters.`),
  );
