import type { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";

/** The input as the schema gives it. The first fault is thrown, with its JSON pointer; the rest are in `details`. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, code: ErrorCode = "invalid"): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MOST_ISSUES).map((issue) => ({
    path: jsonPointer(issue.path),
    message: issue.message,
  }));
  const first = issues[0] ?? { path: "", message: "The input is not of the expected shape." };
  throw new AppError(code, first.message, { path: first.path, details: { issues }, cause: result.error });
}

const MOST_ISSUES = 20;

/** RFC 6901. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
