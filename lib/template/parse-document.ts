import { AppError } from "@/lib/errors";
import { documentSize } from "./document-size";
import { isShallow, toPointer } from "./json-shape";
import { LIMITS } from "./limits";
import { type Document, documentSchema } from "./schema";

/**
 * A document from outside, as it must be: the strict door, where `openDocument` is the forgiving one. Throws
 * AppError `invalid` with the JSON pointer of the first fault, or `too_large`.
 */
export function parseDocument(input: unknown): Document {
  if (!isShallow(input)) {
    throw new AppError(
      "invalid",
      `Expected a document of at most ${LIMITS.jsonDepth} levels. This one is deeper.`,
      {
        path: "",
      },
    );
  }
  const parsed = documentSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = toPointer(issue?.path ?? []);
    throw new AppError("invalid", `The document is not valid at ${path || "its root"}: ${issue?.message}`, {
      path,
    });
  }
  const bytes = documentSize(parsed.data);
  if (bytes > LIMITS.documentBytes) {
    throw new AppError(
      "too_large",
      `Expected a document of at most ${LIMITS.documentBytes} bytes, got ${bytes}.`,
    );
  }
  return parsed.data;
}
