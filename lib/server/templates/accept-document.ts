import { AppError } from "@/lib/errors";
import { documentSize } from "@/lib/template/document-size";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { type Document, documentSchema } from "@/lib/template/schema";
import type { Prisma } from "../generated/prisma/client";
import { jsonPointer } from "../http/parse-input";

/**
 * A document somebody sends to be stored. A save repairs nothing: what would have to be repaired is refused as
 * `invalid` with a JSON pointer (below `/document`), so that nobody's work is changed behind their back.
 */
export function acceptDocument(input: unknown): Document {
  const parsed = documentSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError("invalid", `The document is not valid: ${issue?.message ?? "it has another shape."}`, {
      path: `/document${jsonPointer(issue?.path ?? [])}`,
      cause: parsed.error,
    });
  }
  const repair = openDocument(parsed.data).repairs[0];
  if (repair) {
    throw new AppError("invalid", `The document is not valid: ${repair.message}`, {
      path: `/document${repair.path}`,
      details: { code: repair.code },
    });
  }
  const size = documentSize(parsed.data);
  if (size > LIMITS.documentBytes) {
    throw new AppError(
      "too_large",
      `A document may take ${LIMITS.documentBytes} bytes as JSON; this takes ${size}.`,
      {
        path: "/document",
        details: { limit: LIMITS.documentBytes, size },
      },
    );
  }
  return parsed.data;
}

/** A document as the database client takes it. */
export function storableJson(document: Document): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(document));
}
