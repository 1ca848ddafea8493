import type { ErrorCode } from "@/lib/errors";
import { DOCUMENTED_WORLD } from "./example-world";
import type { AnyOperation } from "./operation";

export type ProblemCode = ErrorCode | "internal";

/** What every operation may answer, whatever it is. */
const ALWAYS: readonly ProblemCode[] = ["not_signed_in", "forbidden", "too_many", "internal", "unavailable"];

/** The kinds of problems an operation may answer with, read from what it takes. */
export function problemsOf(operation: AnyOperation): ProblemCode[] {
  const { method, body, upload, query, repeatable, revisions, conflicts } = operation;
  const sends = body !== undefined || upload !== undefined;
  const change = method === "POST" || method === "PUT";
  const rules: [ProblemCode, boolean][] = [
    ["bad_request", sends || Boolean(repeatable) || revisions === "required"],
    ["not_found", operation.params !== undefined || namesThings(operation)],
    ["conflict", (change && !upload) || Boolean(conflicts)],
    ["precondition_failed", revisions === "required"],
    ["too_large", sends],
    ["unsupported_type", sends],
    ["invalid", sends || query !== undefined || Boolean(repeatable)],
    ["precondition_required", revisions === "required"],
    ["storage_full", upload !== undefined],
  ];
  return [...ALWAYS, ...rules.flatMap(([code, may]) => (may ? [code] : []))];
}

/** Whether what is sent names things by their ids, which may not be there. */
function namesThings(operation: AnyOperation): boolean {
  const sent = JSON.stringify(operation.example(DOCUMENTED_WORLD).body ?? null);
  return Object.values(DOCUMENTED_WORLD).some((id) => typeof id === "string" && sent.includes(id));
}
