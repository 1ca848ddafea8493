import type { ImageAddress, ImageFormat } from "@/lib/link/address";
import { cacheTags } from "./cache-tags";
import { CONTENT_TYPES, type Encoded } from "./engine/output";
import { namesTag } from "./names-tag";
import { TRANSPARENT_PIXEL } from "./transparent-pixel";

/** Why a picture is not the one asked for; stands in `X-Render-Status`. */
export type Reason =
  | "recursion"
  | "picture"
  | "font"
  | "source"
  | "database"
  | "stale"
  | "busy"
  | "failed"
  | "deleted"
  | "unpublished"
  | "unknown"
  | "paused"
  | "expired"
  | "signature"
  | "token"
  | "limit";

/** A written picture, and the budget it had where there was any. */
export type Written = Encoded & { kilobytes: number | null };

/** A picture to send. */
export type Answer = {
  status: 200 | 404;
  format: ImageFormat;
  etag: string;
  reason: Reason | null;
  /** null where nothing had to be painted: the asker has what bears this tag. */
  picture: Written | null;
  /** The version that it shows, where it shows one. */
  versionId?: string | undefined;
  /** Whether it stands for minutes: the database just said that the link is deleted, and its card was drawn. */
  settled: boolean;
  /** For how long it may be shown at all, s; left out: for ever. */
  seconds?: number | undefined;
};

/** Reasons that leave the picture what it was asked to be, but for a part or a moment. */
const DEGRADED: readonly (Reason | null)[] = ["picture", "font", "source", "stale"];

/** The value of `X-Render-Status`: `ok`, or how far the picture is from the one asked for, and why. */
export function renderStatus(reason: Reason | null): string {
  if (reason === null) return "ok";
  return `${DEGRADED.includes(reason) ? "degraded" : "fallback"}; reason=${reason}`;
}

/** What of a request decides how a picture is sent. */
export type Asking = { method: string; ifNoneMatch: string | null };

/** A request for a picture. */
export type PictureRequest = Asking & {
  /** Path and query, percent-encoded as they came. */
  target: string;
  /** Whether it is our own guarded door that asks, for a picture in another picture. */
  nested: boolean;
};

/** An answer ready to send; `body` is null where none is wanted. */
export type Reply = { status: number; headers: Record<string, string>; body: Uint8Array | null };

/** What every reply says. */
const ALWAYS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
  // Anybody's page may draw and read it: whoever has the address sees it without any cookie of ours.
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, X-Render-Status, X-Render-Weight",
  "X-Robots-Tag": "noindex",
};

/** Whether a request wants a picture, and not something done. */
export function isRead({ method }: Pick<Asking, "method">): boolean {
  return method === "GET" || method === "HEAD";
}

/** The last reply there is: a transparent pixel, soon to be asked for again. */
export function lastReply({ method }: Pick<Asking, "method">): Reply {
  return {
    status: 200,
    headers: {
      ...ALWAYS,
      "Cache-Control": "public, max-age=30",
      "X-Render-Status": renderStatus("failed"),
      "Content-Type": CONTENT_TYPES.png,
      "Content-Length": String(TRANSPARENT_PIXEL.length),
    },
    body: method === "HEAD" ? null : TRANSPARENT_PIXEL,
  };
}

/** The reply to a browser that asks, for a page elsewhere, whether it may ask for a picture with headers of its own. */
export function preflight(): Reply {
  const headers = {
    ...ALWAYS,
    Allow: "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "public, max-age=86400",
  };
  return { status: 204, headers, body: null };
}

/** The reply to a request by another method, which is a picture too. */
export function notAllowed(): Reply {
  const headers = {
    ...ALWAYS,
    Allow: "GET, HEAD, OPTIONS",
    "Cache-Control": "no-store",
    "Content-Type": CONTENT_TYPES.png,
    "Content-Length": String(TRANSPARENT_PIXEL.length),
  };
  return { status: 405, headers, body: TRANSPARENT_PIXEL };
}

/** The reply to a request for a picture: headers, validators, and the bytes unless they are not wanted. */
export function replyTo(asking: Asking, answer: Answer, address: ImageAddress | null): Reply {
  const { picture, format, etag, reason, status } = answer;
  const headers = {
    ETag: `"${etag}"`,
    "Cache-Control": cacheControl(answer),
    "X-Render-Status": renderStatus(reason),
    ...ALWAYS,
    ...(address && reason !== "unknown" && reason !== "recursion"
      ? tagsOf(address.key, answer.versionId)
      : {}),
  };
  if (picture === null || (status === 200 && namesTag(asking.ifNoneMatch, etag)))
    return { status: 304, headers, body: null };
  const described = {
    ...headers,
    "X-Render-Weight": weight(picture),
    "Content-Type": CONTENT_TYPES[format],
    "Content-Length": String(picture.bytes.length),
    "Content-Disposition": `inline; filename="${address?.key ?? "picture"}.${format}"`,
  };
  return { status, headers: described, body: asking.method === "HEAD" ? null : picture.bytes };
}

/** For Cloudflare and Fastly, each by its own header and divider. */
function tagsOf(key: string, versionId: string | undefined): Record<string, string> {
  const tags = cacheTags(key, versionId);
  return { "Cache-Tag": tags.join(","), "Surrogate-Key": tags.join(" ") };
}

/** Degraded pictures are kept for seconds, so that a bad moment is not frozen into a mail; a busy one is soon over. */
function cacheControl({ reason, settled, seconds }: Answer): string {
  // What ends is not kept beyond its end, not even in place of an error.
  if (reason === null && seconds !== undefined) return `public, max-age=0, s-maxage=${Math.min(60, seconds)}`;
  if (reason === null) return "public, max-age=0, s-maxage=60, stale-if-error=604800";
  // Anybody can send the header that leads here; a shared cache must not keep what it got.
  if (reason === "recursion") return "no-store";
  if (reason === "busy") return "public, max-age=5";
  if (settled) return "public, max-age=300";
  return `public, max-age=${Math.min(30, seconds ?? 30)}`;
}

/** What the picture weighs, how it was written, and whether it kept its budget: `48213; quality=80; budget=200000`. */
function weight({ bytes, quality, kilobytes }: Written): string {
  const parts = [String(bytes.length)];
  if (quality !== null) parts.push(`quality=${quality}`);
  if (kilobytes !== null) {
    parts.push(`budget=${kilobytes * 1000}`);
    if (bytes.length > kilobytes * 1000) parts.push("over");
  }
  return parts.join("; ");
}
