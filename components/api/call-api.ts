import { z } from "zod";

/** An error answer of our API, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Messages by the JSON pointer of the input they are about. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "ApiError";
  }
}

const issue = z.object({ path: z.string(), message: z.string() });
const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    details: z.object({ issues: z.array(issue).optional() }).optional(),
  }),
});

export type ApiCall<T> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** What the answer must be. */
  answer: z.ZodType<T>;
  /** Takes the question back. */
  signal?: AbortSignal;
};

/** Asks our own API. Throws an ApiError with a sentence that can be shown, also when there is no answer at all. */
export async function callApi<T>({ method, path, body, answer, signal }: ApiCall<T>): Promise<T> {
  const response = await send(method, path, body, signal);
  const received: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
  if (!response.ok) throw errorFrom(response.status, received);
  const parsed = answer.safeParse(received);
  if (parsed.success) return parsed.data;
  throw new ApiError(
    response.status,
    "unexpected",
    "The server answered in a way this page does not know. Reload it.",
  );
}

/** For answers that say nothing but that it worked. */
export const nothing = z.undefined();

async function send(
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      ...(signal ? { signal } : {}),
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
  } catch {
    throw unreachable();
  }
}

/** The error that stands for no answer at all. */
export function unreachable(): ApiError {
  return new ApiError(0, "offline", "The server cannot be reached. Check your connection and try again.");
}

/** The error that an answer with this status and body stands for. */
export function errorFrom(status: number, received: unknown): ApiError {
  const parsed = errorBody.safeParse(received);
  if (!parsed.success) return new ApiError(status, "unexpected", `The server answered ${status}. Try again.`);
  const { code, message, path, details } = parsed.data.error;
  const issues = details?.issues ?? (path ? [{ path, message }] : []);
  // The first message about a field is the one to act on.
  const fields = Object.fromEntries(issues.toReversed().map((each) => [each.path, each.message]));
  return new ApiError(status, code, message, fields);
}

/** The sentence to show for whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong. Try again.";
}
