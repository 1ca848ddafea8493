import { createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type ImageAddress, type ImageFormat, parseImagePath } from "@/lib/link/address";
import { readValues } from "@/lib/link/read-query";
import type { Painter } from "@/lib/paint/painter";
import { PAINTER_VERSION } from "@/lib/paint/painter";
import { type ResolvedDocument, resolveDocument } from "@/lib/template/resolve-document";
import { CONTENT_TYPES, ENCODER_VERSION } from "./encode";
import type { LinkCache, PublishedLink } from "./link-cache";
import { neutralPicture } from "./neutral-picture";
import { loadPictureBook, type PictureBook, type PictureLoaders } from "./picture-book";
import { DEPTH_HEADER } from "./remote/fetch-remote";
import { renderPicture } from "./render-picture";

export type ImageHandlerDeps = {
  links: LinkCache;
  loaders: PictureLoaders;
  painter: () => Promise<Painter>;
  /** Keys the caches and entity tags, so that neither can be guessed or collided from outside. */
  secret: string;
  log: (event: ImageEvent) => void;
  /** Called once for each picture really painted. */
  onPaint?: () => void;
  /** Memory for painted pictures, bytes. */
  cacheBytes?: number;
};

/** What is written down about a request: never values, only names of the fields that came. */
export type ImageEvent = {
  link: string;
  status: number;
  render: string;
  ms: number;
  fields: string[];
  error?: unknown;
};

/** Why a picture is not the one asked for; stands in `X-Render-Status`. */
type Reason =
  | "recursion"
  | "picture"
  | "database"
  | "stale"
  | "failed"
  | "deleted"
  | "unpublished"
  | "unknown";

type Answer = {
  status: 200 | 404;
  format: ImageFormat;
  bytes: Buffer;
  etag: string;
  reason: Reason | null;
};

type Job = { document: ResolvedDocument; book: PictureBook; format: ImageFormat };

const CACHE_BYTES = 128 * 1024 * 1024;

/**
 * Makes the handler behind `/i/{link}.{format}`: a web-standard function from Request to Response, the same in
 * the custom server and behind a framework route. It always answers with a picture; what went wrong goes to
 * `X-Render-Status` and the log. Rendered bytes are kept in memory, and equal requests share one render.
 */
export function createImageHandler(deps: ImageHandlerDeps): (request: Request) => Promise<Response> {
  const pictures = new LRUCache<string, Buffer, Job>({
    max: 10_000,
    maxSize: deps.cacheBytes ?? CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.length,
    // A picture that is being painted is wanted, also when room is needed for those painted meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { context }) => {
      const painter = await deps.painter();
      deps.onPaint?.();
      return renderPicture(painter, context.document, context.book, context.format);
    },
  });

  function sign(value: unknown): string {
    return createHmac("sha256", deps.secret).update(JSON.stringify(value)).digest("base64url").slice(0, 27);
  }

  async function show(
    link: PublishedLink,
    values: Record<string, string>,
    format: ImageFormat,
  ): Promise<Answer> {
    if (link.state === "deleted") return neutral(200, format, "deleted", link.width, link.height);
    if (link.state === "unpublished") return neutral(200, format, "unpublished");
    const { document } = resolveDocument(link.document, values);
    const book = await loadPictureBook(document, link.workspaceId, deps.loaders);
    const key = sign([link.versionId, document, book.hashes, format, PAINTER_VERSION, ENCODER_VERSION]);
    const bytes = await pictures.fetch(key, { context: { document, book, format } });
    if (!bytes) throw new Error("the picture cache gave nothing");
    return { status: 200, format, bytes, etag: key, reason: book.failed > 0 ? "picture" : null };
  }

  /** The picture as it is with no values at all, or a neutral card of its size. */
  async function recover(link: PublishedLink, format: ImageFormat): Promise<Answer> {
    try {
      return { ...(await show(link, {}, format)), reason: "failed" };
    } catch {
      return link.state === "live"
        ? neutral(200, format, "failed", link.document.width, link.document.height)
        : neutral(200, format, "failed");
    }
  }

  async function neutral(
    status: 200 | 404,
    format: ImageFormat,
    reason: Reason,
    width?: number | null,
    height?: number | null,
  ): Promise<Answer> {
    const bytes = await neutralPicture(format, width ?? undefined, height ?? undefined);
    return { status, format, bytes, etag: sign(["neutral", format, width, height]), reason };
  }

  async function answer(
    address: ImageAddress | null,
    rawQuery: string,
    event: Partial<ImageEvent>,
  ): Promise<Answer> {
    if (!address) return neutral(404, "png", "unknown");
    const { key, format } = address;
    let found: Awaited<ReturnType<LinkCache["get"]>>;
    try {
      found = await deps.links.get(key);
    } catch (error) {
      event.error = error;
      return neutral(200, format, "database");
    }
    const { link, stale } = found;
    if (!link) return neutral(404, format, "unknown");
    const keys = link.state === "live" ? link.document.fields.map((field) => field.key) : [];
    try {
      const values = readValues(rawQuery, keys);
      event.fields = Object.keys(values);
      const shown = await show(link, values, format);
      return stale && shown.reason === null ? { ...shown, reason: "stale" } : shown;
    } catch (error) {
      event.error = error;
      return recover(link, format);
    }
  }

  return async (request) => {
    const started = performance.now();
    const { pathname, rawQuery } = splitUrl(request.url);
    const address = parseImagePath(pathname);
    const event: Partial<ImageEvent> = {};
    // A request of our own door: some picture shows a link of ours, and that one could show the first again.
    const nested = Number(request.headers.get(DEPTH_HEADER) ?? 0) > 0;
    const shown = nested
      ? await neutral(200, address?.format ?? "png", "recursion")
      : await answer(address, rawQuery, event);
    const response = respond(request, shown, address);
    deps.log({
      link: address?.key ?? "-",
      status: response.status,
      render: renderStatus(shown),
      ms: Math.round(performance.now() - started),
      fields: event.fields ?? [],
      ...(event.error === undefined ? {} : { error: event.error }),
    });
    return response;
  };
}

function respond(request: Request, shown: Answer, address: ImageAddress | null): Response {
  const headers = new Headers({
    ETag: `"${shown.etag}"`,
    "Cache-Control": cacheControl(shown),
    "X-Render-Status": renderStatus(shown),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Robots-Tag": "noindex",
  });
  if (request.method !== "GET" && request.method !== "HEAD") {
    headers.set("Allow", "GET, HEAD");
    headers.set("Cache-Control", "no-store");
    headers.delete("ETag");
    return withBody(shown, headers, 405, false);
  }
  if (shown.status === 200 && matches(request.headers.get("if-none-match"), shown.etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Disposition", `inline; filename="${address?.key ?? "picture"}.${shown.format}"`);
  return withBody(shown, headers, shown.status, request.method === "HEAD");
}

function withBody(shown: Answer, headers: Headers, status: number, head: boolean): Response {
  headers.set("Content-Type", CONTENT_TYPES[shown.format]);
  headers.set("Content-Length", String(shown.bytes.length));
  return new Response(head ? null : new Uint8Array(shown.bytes), { status, headers });
}

/** Degraded pictures are kept for seconds, so that a bad moment is not frozen into a mail. */
function cacheControl(shown: Answer): string {
  // Anybody can send the header that leads here; a shared cache must not keep what it got.
  if (shown.reason === "recursion") return "no-store";
  if (shown.reason === "deleted") return "public, max-age=300";
  if (shown.reason !== null) return "public, max-age=30";
  return "public, max-age=0, s-maxage=60, stale-if-error=604800";
}

function renderStatus(shown: Answer): string {
  if (shown.reason === null) return "ok";
  const kind = shown.reason === "picture" || shown.reason === "stale" ? "degraded" : "fallback";
  return `${kind}; reason=${shown.reason}`;
}

/** Whether an If-None-Match header names the tag (RFC 9110, 13.1.2: weak comparison, `*` matches all). */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((part) => {
    const tag = part.trim().replace(/^W\//, "");
    return tag === "*" || tag === `"${etag}"`;
  });
}

/** The path and the query as they came, before any decoding. */
function splitUrl(url: string): { pathname: string; rawQuery: string } {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const rest = start < 0 ? "/" : url.slice(start);
  const mark = rest.indexOf("?");
  return mark < 0
    ? { pathname: rest, rawQuery: "" }
    : { pathname: rest.slice(0, mark), rawQuery: rest.slice(mark + 1) };
}
