import { AppError } from "../errors";

/**
 * What an error is, without what it says: sentences and properties of a mail program's error name people. For a log where
 * only the kind matters.
 */
export function errorKind(error: unknown): { kind: string; code: string | null } {
  if (!(error instanceof Error)) return { kind: typeof error, code: null };
  const code = error instanceof AppError ? error.code : "code" in error ? error.code : null;
  // A class and a code are words of a program; whatever else stands there is not told.
  return { kind: wordOf(error.constructor.name) ?? "Error", code: wordOf(code) };
}

function wordOf(value: unknown): string | null {
  return typeof value === "string" && /^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(value) ? value : null;
}
