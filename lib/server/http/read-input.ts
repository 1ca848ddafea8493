import type { z } from "zod";
import { LIMITS } from "@/lib/template/limits";
import { parseInput } from "./parse-input";
import { parseJson } from "./parse-json";
import { readBody } from "./read-body";

/** A document of the largest size, and what stands around it. */
export const BODY_LIMIT = LIMITS.documentBytes + 200_000;
export const BODY_DEPTH = LIMITS.jsonDepth + 2;

/** The query of a request as its schema gives it; a name that stands twice means its last. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  return parseInput(schema, Object.fromEntries(new URL(request.url).searchParams));
}

/** The JSON body of a request as its schema gives it. */
export async function readJsonBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  return parseInput(schema, parseJson(await readBody(request, BODY_LIMIT), BODY_DEPTH));
}
