import { AppError } from "@/lib/errors";
import { CompileFailure } from "./engine/quarantine";

/** A thread that was ended because its task took too long is a busy moment, not a fault. */
export function asBusy(cause: unknown): unknown {
  const fault = cause instanceof CompileFailure ? cause.cause : cause;
  if (!(fault instanceof Error) || fault.name !== "AbortError") return cause;
  const message = "This picture took too long to make. Try again in a few seconds.";
  return new AppError("unavailable", message, { cause, details: { retryAfter: 5 } });
}
