import { AppError } from "@/lib/errors";
import type { AnyOperation } from "./operation";
import { OPERATIONS } from "./operations";

export const API_ROOT = "/api/v1";

/** The operation that a request means, with the parameters in its path. @throws AppError `not_found`, `no_such_method` */
export function findOperation(request: Request): {
  operation: AnyOperation;
  params: Record<string, string>;
} {
  const parts = segmentsOf(new URL(request.url).pathname.slice(API_ROOT.length));
  const there = OPERATIONS.flatMap((operation) => {
    const params = matched(segmentsOf(operation.path), parts);
    return params ? [{ operation, params }] : [];
  });
  const found = there.find(({ operation }) => operation.method === request.method);
  if (found) return found;
  if (there.length === 0) {
    throw new AppError(
      "not_found",
      `There is nothing at this address. What there is: ${API_ROOT}/openapi.json.`,
    );
  }
  const allow = there.map(({ operation }) => operation.method).join(", ");
  throw new AppError("no_such_method", `This address takes ${allow}; ${request.method} came.`, {
    details: { allow },
  });
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** The parameters when the path fits the pattern; null otherwise. What is not decodable is no parameter. */
function matched(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (!wanted.startsWith("{")) {
      if (wanted !== part) return null;
      continue;
    }
    try {
      params[wanted.slice(1, -1)] = decodeURIComponent(part);
    } catch {
      return null;
    }
  }
  return params;
}
