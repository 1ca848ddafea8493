import { newId } from "@/lib/accounts/ids";
import { AppError } from "@/lib/errors";
import { isDatabaseAway } from "../database-away";
import { log } from "../log";
import { asSenderFault } from "../unstorable-text";

/** What every answer that is data says to caches and browsers. */
export const JSON_HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

/** The one shape of every error answer. */
export type ErrorBody = {
  error: { code: string; message: string; path?: string; details?: Record<string, unknown> };
};

/**
 * An error as an answer. What we foresaw says its sentence; anything else is logged under an id, and the caller
 * gets the id and nothing of what went wrong.
 */
export function errorResponse(thrown: unknown, about: { method: string; route: string }): Response {
  const error = asSenderFault(thrown);
  if (error instanceof AppError) {
    // The caller has a sentence; whoever runs the server needs what failed below it.
    if (error.status >= 500 && error.cause !== undefined) {
      // Out of time is no fault: that it was so, and not where in the code one noticed.
      if (isTimeout(error.cause)) log().warn({ cause: error.cause.message, ...about }, error.message);
      else log().error({ err: error, ...about }, error.message);
    }
    return answer(error.status, bodyOf(error), error.details?.retryAfter);
  }
  if (isDatabaseAway(error)) {
    log().error({ err: error, ...about }, "the database did not answer");
    const message = "The database does not answer at the moment. Nothing was changed; try again shortly.";
    return answer(503, { error: { code: "unavailable", message } }, 5);
  }
  const id = newId("err");
  log().error({ err: error, id, ...about }, "unexpected error");
  const message = `Something went wrong on our side. If it happens again, tell us this number: ${id}.`;
  return answer(500, { error: { code: "internal", message, details: { id } } });
}

function isTimeout(cause: unknown): cause is Error {
  return cause instanceof Error && cause.name === "AbortError";
}

export function bodyOf(error: AppError): ErrorBody {
  const { code, message, path, details } = error;
  return { error: { code, message, ...(path ? { path } : {}), ...(details ? { details } : {}) } };
}

function answer(status: number, body: ErrorBody, retryAfter?: unknown): Response {
  const headers = new Headers(JSON_HEADERS);
  if (typeof retryAfter === "number") headers.set("retry-after", String(retryAfter));
  return Response.json(body, { status, headers });
}
