import { ERROR_STATUS } from "@/lib/errors";
import { REPLY_KEPT_MS } from "../idempotency";
import { PROBLEM_TITLES } from "../problem";
import type { ProblemCode } from "../problems-of";
import { REQUESTS_A_MINUTE } from "../rate-limit";
import type { ApiHeader, ApiParameter, ApiResponse, JsonSchema, Reference } from "./openapi-types";

const text: JsonSchema = { type: "string" };
const count: JsonSchema = { type: "integer" };

/** Headers that requests may or must have. */
export const HEADER_PARAMETERS = {
  IfMatch: {
    name: "If-Match",
    in: "header",
    required: true,
    description:
      'The ETag of the revision the change was made on, such as `"7"`; `*` replaces whatever is there.',
    schema: text,
    example: '"1"',
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    required: false,
    description: "An ETag that the client has: if it is still right, the answer is 304 and empty.",
    schema: text,
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: `A text of the client’s own. The same request with the same key within ${REPLY_KEPT_MS / 3_600_000} hours is done once, and answered the same again.`,
    schema: { type: "string", minLength: 1, maxLength: 255 },
  },
} as const satisfies Record<string, ApiParameter>;

/** Headers that answers have. */
export const ANSWER_HEADERS = {
  "X-Request-Id": { description: "The number of this request, for whoever asks about it.", schema: text },
  "RateLimit-Policy": {
    description: `How often a key may ask: \`"key";q=${REQUESTS_A_MINUTE};w=60\` is ${REQUESTS_A_MINUTE} times in 60 s.`,
    schema: text,
  },
  RateLimit: {
    description: "How many requests are left (`r`), and for how many seconds (`t`).",
    schema: text,
  },
  "X-RateLimit-Limit": { description: "Requests a minute.", schema: count },
  "X-RateLimit-Remaining": { description: "Requests that are left.", schema: count },
  "X-RateLimit-Reset": { description: "Seconds until all of them are there again.", schema: count },
  ETag: { description: "Names what was answered, for If-None-Match and If-Match.", schema: text },
  "Idempotency-Replayed": {
    description: "`true` when this answer was given before, and nothing was done.",
    schema: text,
  },
  "Retry-After": { description: "Seconds after which to try again.", schema: count },
  "WWW-Authenticate": { description: "How a key is sent.", schema: text },
} as const satisfies Record<string, ApiHeader>;

export type HeaderName = keyof typeof ANSWER_HEADERS;

/** What every answer has. */
export const USUAL_HEADERS: readonly HeaderName[] = [
  "X-Request-Id",
  "RateLimit-Policy",
  "RateLimit",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
];

/** References to headers by their names. */
export function headersNamed(names: readonly HeaderName[]): Record<string, Reference> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

export function statusOf(code: ProblemCode): number {
  return code === "internal" ? 500 : ERROR_STATUS[code];
}

/** The answer of one kind of problem. Whoever has no valid key has no limit to be told of. */
export function problemAnswer(code: ProblemCode): ApiResponse {
  const headers: readonly HeaderName[] =
    code === "not_signed_in"
      ? ["X-Request-Id", "WWW-Authenticate"]
      : code === "too_many" || code === "unavailable" || code === "conflict"
        ? [...USUAL_HEADERS, "Retry-After"]
        : USUAL_HEADERS;
  return {
    description: PROBLEM_TITLES[code] ?? code,
    headers: headersNamed(headers),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}
