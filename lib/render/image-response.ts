import type { ImageAddress, ImageFormat } from "@/lib/link/address";
import { CONTENT_TYPES } from "./engine/output";

/** Why a picture is not the one asked for; stands in `X-Render-Status`. */
export type Reason =
  | "recursion"
  | "picture"
  | "database"
  | "stale"
  | "busy"
  | "failed"
  | "deleted"
  | "unpublished"
  | "unknown";

/** A picture to send. */
export type Answer = {
  status: 200 | 404;
  format: ImageFormat;
  bytes: Uint8Array;
  etag: string;
  reason: Reason | null;
  /** Quality it was written with and the budget it had, where there were any. */
  quality: number | null;
  kilobytes: number | null;
};

/** Reasons that leave the picture what it was asked to be, but for a part or a moment. */
const DEGRADED: readonly (Reason | null)[] = ["picture", "stale"];

/** The value of `X-Render-Status`: `ok`, or how far the picture is from the one asked for, and why. */
export function renderStatus(reason: Reason | null): string {
  if (reason === null) return "ok";
  return `${DEGRADED.includes(reason) ? "degraded" : "fallback"}; reason=${reason}`;
}

/** What of a request decides how a picture is sent. */
export type Asking = { method: string; ifNoneMatch: string | null };

/** An answer ready to send; `body` is null where none is wanted. */
export type Reply = { status: number; headers: Record<string, string>; body: Uint8Array | null };

/** The reply to a request for a picture: headers, validators, and the bytes unless they are not wanted. */
export function replyTo(
  { method, ifNoneMatch }: Asking,
  answer: Answer,
  address: ImageAddress | null,
): Reply {
  const { bytes, format, etag, reason } = answer;
  const headers: Record<string, string> = {
    ETag: `"${etag}"`,
    "Cache-Control": cacheControl(reason),
    "X-Render-Status": renderStatus(reason),
    "X-Render-Weight": weight(answer),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Robots-Tag": "noindex",
  };
  const isRead = method === "GET" || method === "HEAD";
  if (isRead && answer.status === 200 && matches(ifNoneMatch, etag))
    return { status: 304, headers, body: null };
  headers["Content-Type"] = CONTENT_TYPES[format];
  headers["Content-Length"] = String(bytes.length);
  if (!isRead) {
    const { ETag: _, ...rest } = headers;
    return {
      status: 405,
      headers: { ...rest, Allow: "GET, HEAD", "Cache-Control": "no-store" },
      body: bytes,
    };
  }
  headers["Content-Disposition"] = `inline; filename="${address?.key ?? "picture"}.${format}"`;
  return { status: answer.status, headers, body: method === "HEAD" ? null : bytes };
}

/** The reply as a web Response. */
export function responseOf({ status, headers, body }: Reply): Response {
  return new Response(body && new Uint8Array(body), { status, headers });
}

/** Degraded pictures are kept for seconds, so that a bad moment is not frozen into a mail. */
function cacheControl(reason: Reason | null): string {
  // Anybody can send the header that leads here; a shared cache must not keep what it got.
  if (reason === "recursion") return "no-store";
  if (reason === "deleted") return "public, max-age=300";
  if (reason !== null) return "public, max-age=30";
  return "public, max-age=0, s-maxage=60, stale-if-error=604800";
}

/** What the picture weighs, how it was written, and whether it kept its budget: `48213; quality=80; budget=200000`. */
function weight({ bytes, quality, kilobytes }: Answer): string {
  const parts = [String(bytes.length)];
  if (quality !== null) parts.push(`quality=${quality}`);
  if (kilobytes !== null) {
    parts.push(`budget=${kilobytes * 1000}`);
    if (bytes.length > kilobytes * 1000) parts.push("over");
  }
  return parts.join("; ");
}

/** Whether an If-None-Match header names the tag (RFC 9110, 13.1.2: weak comparison, `*` matches all). */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((part) => {
    const tag = part.trim().replace(/^W\//, "");
    return tag === "*" || tag === `"${etag}"`;
  });
}
