import { LIMITS } from "./limits";

/** A JSON object and nothing else: no array, no null, no instance of a class with its own ideas. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** More values than any document within the size limit can have. */
const MOST_VALUES = 500_000;

/**
 * Whether the data is no deeper than a document may be, so that recursive code can look at it. Walks without
 * recursion, so depth and cycles do not matter to it.
 */
export function isShallow(root: unknown, depth: number = LIMITS.jsonDepth): boolean {
  const open: { value: object; depth: number }[] = [];
  let values = 0;
  const push = (value: unknown, at: number) => {
    if (typeof value === "object" && value !== null) open.push({ value, depth: at });
  };
  push(root, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    if (next.depth > depth || values > MOST_VALUES) return false;
    for (const inner of Object.values(next.value)) push(inner, next.depth + 1);
  }
  return true;
}
