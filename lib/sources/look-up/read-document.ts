import type { HttpConfig } from "./http-config";
import { readFeed } from "./read-feed";
import { readSheet, type Sheet } from "./read-sheet";
import { SourceFault } from "./source-fault";

/** What an answer says: parsed JSON, a feed as JSON, or a sheet. */
export type SourceDocument = { kind: "json"; json: unknown } | { kind: "sheet"; sheet: Sheet };

/** Reads an answer's bytes in the format that a source is said to have. @throws SourceFault */
export function readDocument(
  bytes: Buffer,
  contentType: string | undefined,
  format: HttpConfig["format"],
): SourceDocument {
  const text = decode(bytes, contentType);
  switch (format) {
    case "json":
      return { kind: "json", json: readJson(text) };
    case "feed":
      return { kind: "json", json: readFeed(text) };
    case "csv":
      return { kind: "sheet", sheet: readSheet(text) };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceFault("not_json");
  }
}

/** By the charset that the answer names, else UTF-8; a byte order mark is none of the text. */
export function decode(bytes: Buffer, contentType: string | undefined): string {
  const charset = /;\s*charset="?([\w:.-]{1,40})/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
