import { newId } from "@/lib/accounts/ids";
import { AppError, type ErrorCode } from "@/lib/errors";
import { isDatabaseAway } from "../database-away";
import { env } from "../env";
import { log } from "../log";
import { asSenderFault } from "../unstorable-text";

/** Every error answer of the API, as RFC 9457 has it. */
export type Problem = {
  /** Where the documentation speaks of this kind of problem. */
  type: string;
  title: string;
  status: number;
  /** What was expected, what came, what to do. */
  detail: string;
  code: string;
  requestId: string;
  /** Which parts of the request are meant, as JSON pointers (RFC 6901). */
  errors?: { pointer: string; detail: string }[];
};

const TITLES: Record<ErrorCode | "internal", string> = {
  bad_request: "The request cannot be read",
  not_signed_in: "No valid key",
  forbidden: "The key does not allow this",
  not_found: "Not found",
  no_such_method: "Nothing does that here",
  conflict: "In conflict with how things are now",
  gone: "Gone",
  precondition_failed: "Changed meanwhile",
  too_large: "Too large",
  unsupported_type: "Not a kind we take",
  invalid: "Not valid",
  precondition_required: "If-Match is missing",
  too_many: "Too many requests",
  unavailable: "Not available at the moment",
  storage_full: "No room left",
  internal: "Something went wrong on our side",
};

/** Kinds of problems, for the documentation. */
export const PROBLEM_TITLES: Readonly<Record<string, string>> = TITLES;

/** An error as an answer; what nobody foresaw is logged, and the caller gets the id of the request and no more. */
export function problemResponse(
  thrown: unknown,
  about: { requestId: string; operation: string; headers?: Record<string, string> },
): Response {
  const error = asSenderFault(thrown);
  const problem = problemOf(error, about);
  const headers = new Headers({
    ...about.headers,
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": about.requestId,
  });
  const wait = error instanceof AppError ? error.details?.retryAfter : undefined;
  if (typeof wait === "number") headers.set("retry-after", String(wait));
  else if (problem.status === 503) headers.set("retry-after", "5");
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="Nameplate"');
  if (error instanceof AppError && typeof error.details?.allow === "string") {
    headers.set("allow", error.details.allow);
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function problemOf(
  error: unknown,
  { requestId, operation }: { requestId: string; operation: string },
): Problem {
  const about = { requestId, operation };
  if (error instanceof AppError) {
    if (error.status >= 500 && error.cause !== undefined)
      log().error({ err: error, ...about }, error.message);
    const pointed = errorsOf(error);
    return {
      ...problem(error.code, error.status, error.message, requestId),
      ...(pointed.length > 0 ? { errors: pointed } : {}),
    };
  }
  if (isDatabaseAway(error)) {
    log().error({ err: error, ...about }, "the database did not answer");
    const detail = "The database does not answer at the moment. Nothing was changed; try again shortly.";
    return problem("unavailable", 503, detail, requestId);
  }
  log().error({ err: error, ...about }, "unexpected error");
  const detail = `Something went wrong on our side. If it happens again, tell us this number: ${requestId}.`;
  return problem("internal", 500, detail, requestId);
}

function problem(code: ErrorCode | "internal", status: number, detail: string, requestId: string): Problem {
  const type = `${env().PUBLIC_URL}/docs/api#problem-${code}`;
  return { type, title: TITLES[code], status, detail, code, requestId };
}

function errorsOf(error: AppError): { pointer: string; detail: string }[] {
  const issues = error.details?.issues;
  if (Array.isArray(issues)) {
    return issues.map(({ path, message }) => ({ pointer: String(path), detail: String(message) }));
  }
  return error.path === undefined ? [] : [{ pointer: error.path, detail: error.message }];
}

/** A number of a request, for whoever asks about it. */
export function newRequestId(): string {
  return newId("req");
}
