import { ApiError } from "./call-api";

/** Signed out, not allowed, not there, or gone. */
const FINAL: readonly number[] = [401, 403, 404, 410];

/** Whether asking the same again in a moment brings the same: a busy or unreachable server may answer later, this will not. */
export function isFinal(error: unknown): boolean {
  return error instanceof ApiError && FINAL.includes(error.status);
}
