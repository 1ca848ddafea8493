import { AppError } from "@/lib/errors";
import { readJsonBody, readQuery } from "../http/read-input";
import type { AnyOperation, ApiInput } from "./operation";

/** Query, body and If-Match of a request as its operation wants them. */
export async function readApiInput(
  operation: AnyOperation,
  params: unknown,
  request: Request,
): Promise<ApiInput<unknown, unknown, unknown>> {
  const revision = operation.revisions === "required" ? readIfMatch(request) : undefined;
  const query = operation.query ? readQuery(request, operation.query) : undefined;
  if (operation.body) requireJson(request);
  const body = operation.body ? await readJsonBody(request, operation.body) : undefined;
  return { params, query, body, revision, request };
}

function requireJson(request: Request): void {
  const type = request.headers.get("content-type");
  if (type && /^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) return;
  throw new AppError(
    "unsupported_type",
    `The body must be JSON, with the header Content-Type: application/json; ${type ? JSON.stringify(type) : "none"} came.`,
  );
}

/** The revision that If-Match names (RFC 9110, 13.1.1); `*` is any. @throws AppError `precondition_required`, `bad_request` */
function readIfMatch(request: Request): number | undefined {
  const header = request.headers.get("if-match");
  if (header === null) {
    throw new AppError(
      "precondition_required",
      'Say which revision this change was made on, as If-Match: "7" with the ETag of what you read; If-Match: * replaces whatever is there.',
    );
  }
  if (header.trim() === "*") return undefined;
  const revision = header.trim().match(/^"(\d{1,9})"$/)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new AppError(
    "bad_request",
    `If-Match must be an ETag such as "7", or *; ${JSON.stringify(header)} came.`,
  );
}
