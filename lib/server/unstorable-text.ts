import { AppError } from "@/lib/errors";

/** What Postgres says (SQLSTATE 22021) of a text with the character U+0000, which JSON and addresses can carry. */
const UNSTORABLE = /invalid byte sequence for encoding "UTF8": 0x00|\b22021\b/;

/**
 * What to tell whoever sent a text that no database holds, in place of an error that looks like a fault of ours; any other
 * error as it is. Schemas refuse such texts where they say what is wanted; this is for those that only limit a length.
 */
export function asSenderFault(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !UNSTORABLE.test(error.message)) return error;
  return new AppError("invalid", "There is a character in it that no text has: U+0000.", { cause: error });
}
