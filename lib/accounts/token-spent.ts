import { z } from "zod";
import { AppError } from "@/lib/errors";

/** What a mailed link carries; anything of another length was damaged on the way. */
export const tokenText = z.string().max(200);

/** The one answer to a mailed link that does not work, whatever the reason. */
export function tokenSpent(next: string): AppError {
  return new AppError("gone", `This link is too old, was used already, or is not complete. ${next}`);
}
