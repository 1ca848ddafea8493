import type { Problem, ProblemCode } from "./api.ts";

/** Why something was not done: a problem as the server tells it (RFC 9457), or that none answered. */
export class NameplateError extends Error {
  /** `unreachable`: no answer came; `unreadable`: one that is not the API's, such as of a proxy. */
  readonly code: ProblemCode | "no_such_method" | "unreachable" | "unreadable";
  /** Of the answer; 0 when there was none. */
  readonly status: number;
  readonly problem: Problem | null;
  /** After how many seconds to try again, where the server said. */
  readonly retryAfter: number | null;

  constructor(
    message: string,
    about: {
      code: NameplateError["code"];
      status: number;
      problem?: Problem;
      retryAfter?: number | null;
      cause?: unknown;
    },
  ) {
    super(message, { cause: about.cause });
    this.name = "NameplateError";
    this.code = about.code;
    this.status = about.status;
    this.problem = about.problem ?? null;
    this.retryAfter = about.retryAfter ?? null;
  }

  /** What an answer that is none of the good ones says. */
  static async of(response: Response): Promise<NameplateError> {
    const { status, headers } = response;
    const wait = headers.get("retry-after");
    const retryAfter = wait !== null && /^\d+$/.test(wait) ? Number(wait) : null;
    if (headers.get("content-type")?.startsWith("application/problem+json")) {
      // Whoever sends this type sends what it stands for.
      const problem = (await response.json()) as Problem;
      const code = problem.code as ProblemCode;
      return new NameplateError(problem.detail, { code, status, problem, retryAfter });
    }
    await response.body?.cancel();
    const message = `Expected an answer of the Nameplate API; something else answered with ${status}.`;
    return new NameplateError(message, { code: "unreadable", status, retryAfter });
  }
}
