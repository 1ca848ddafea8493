import { JSON_HEADERS } from "../http/error-response";
import type { AnyOperation, ApiAnswer } from "./operation";

/**
 * What an operation gave, as a response. It is checked against the schema that the documentation shows: what the schema
 * does not name does not go out, and a value it does not allow is a fault of ours.
 */
export function answerOf(operation: AnyOperation, value: unknown, request: Request): Response {
  if (value instanceof Response) return value;
  const { answer } = operation;
  if (answer.kind === "nothing") return new Response(null, { status: 204, headers: JSON_HEADERS });
  if (answer.schema === undefined) throw new Error(`${operation.id} gave no bytes.`);
  const checked = answer.schema.safeParse(value);
  if (!checked.success) {
    throw new Error(`${operation.id} does not answer what it says.`, { cause: checked.error });
  }
  const headers = new Headers({ ...JSON_HEADERS, ...operation.headers?.(checked.data) });
  const etag = headers.get("etag");
  if (etag !== null && request.method === "GET" && isKnown(etag, request.headers.get("if-none-match"))) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json(checked.data, { status: statusOf(answer, checked.data), headers });
}

function statusOf(answer: Extract<ApiAnswer, { schema?: unknown }>, given: unknown): number {
  if (answer.kind !== "bytes") return answer.status;
  // What it is was checked against the schema that stands beside it.
  const when = answer.accepted?.when as ((given: unknown) => boolean) | undefined;
  return when?.(given) ? 202 : answer.status;
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
function isKnown(etag: string, header: string | null): boolean {
  if (header === null) return false;
  const known = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes("*") || known.includes(etag);
}
