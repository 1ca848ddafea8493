import { dictionary } from "@zxcvbn-ts/language-common";
import { z } from "zod";

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;

const COMMON = new Set(dictionary["passwords-common"]);

/** What people choose when asked for a password here. Digits and signs around these words do not make one. */
const PRODUCT_WORDS = new Set(["nameplate", "mynameplate", "nameplates"]);

/**
 * A password one may choose: 8 to 128 characters, anything in them, and not among the passwords attackers try
 * first. Nothing is trimmed or changed: what was typed is what is hashed.
 */
export const newPassword = z
  .string()
  .refine((password) => characters(password) >= PASSWORD_MIN, {
    error: `Use at least ${PASSWORD_MIN} characters; 12 or more are better.`,
    abort: true,
  })
  .refine((password) => characters(password) <= PASSWORD_MAX, {
    error: `Use at most ${PASSWORD_MAX} characters.`,
    abort: true,
  })
  .refine((password) => !isCommon(password), {
    error:
      "This password is on lists that attackers try first. Choose another, such as four unrelated words.",
  });

/** Whether a password is one of those tried first, upper and lower case alike. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (COMMON.has(lower)) return true;
  return PRODUCT_WORDS.has(lower.replace(/^[\d\W_]+|[\d\W_]+$/g, ""));
}

function characters(text: string): number {
  return [...text].length;
}
