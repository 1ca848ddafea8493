import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";
import { type ImageAddress, type ImageFormat, parseImagePath } from "@/lib/link/address";
import { readOutput } from "@/lib/link/read-output";
import { readValues } from "@/lib/link/read-query";
import {
  type Answer,
  type Asking,
  type Reason,
  type Reply,
  renderStatus,
  replyTo,
  responseOf,
} from "./image-response";
import type { LinkCache } from "./link-cache";
import type { NeutralPictures } from "./neutral-picture";
import type { Asked, LiveLink, Made, PictureMaker } from "./picture-maker";
import { DEPTH_HEADER } from "./remote/fetch-remote";
import { TRANSPARENT_PIXEL } from "./transparent-pixel";
import { withDeadline, within } from "./within";

export type ImageHandlerDeps = {
  links: LinkCache;
  maker: PictureMaker;
  neutral: NeutralPictures;
  log: (event: ImageEvent) => void;
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

/** Addresses whose picture is known by the address as it was written; a longer one is read again each time. */
const SHORTCUTS = 20_000;
const LONGEST_SHORTCUT = 1_000;

/** How long a picture, and then the one in its place, are waited for, ms. Mail programs give up sooner or later. */
const PICTURE_WITHIN_MS = 12_000;
const FALLBACK_WITHIN_MS = 5_000;

/** Which picture an address showed, for as long as its link shows the same version. */
type Shortcut = Pick<Made, "key" | "kilobytes"> & {
  address: ImageAddress;
  versionId: string;
  fields: string[];
};

export type ImageHandler = {
  /** Always answers with a picture; what went wrong goes to `X-Render-Status` and the log. */
  handle: (request: Request) => Promise<Response>;
  /**
   * The reply to an address that was asked for before, where nothing has to be asked, read or painted for it:
   * the same as `handle` would give, in a twentieth of the time. null for any other.
   */
  quick: (target: string, asking: Asking) => Reply | null;
};

/** Makes the handler behind `/i/{link}.{format}`, the same in the custom server and behind a framework route. */
export function createImageHandler({ links, maker, neutral: cards, log }: ImageHandlerDeps): ImageHandler {
  const shortcuts = new LRUCache<string, Shortcut>({ max: SHORTCUTS });
  async function neutral(
    status: 200 | 404,
    format: ImageFormat,
    reason: Reason,
    width?: number | null,
    height?: number | null,
  ): Promise<Answer> {
    const card = await cards(format, width, height).catch(() => null);
    const bytes = card ?? TRANSPARENT_PIXEL;
    const etag = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
    return { status, format: card ? format : "png", bytes, etag, reason, quality: null, kilobytes: null };
  }

  /** The picture without any values, in place of one that cannot be made; where that fails too, a neutral card. */
  async function recover(link: LiveLink, asked: Asked, error: unknown): Promise<Answer> {
    const reason = error instanceof AppError && error.code === "unavailable" ? "busy" : "failed";
    const made = await within(maker.make(link, {}, asked, "urgent"), FALLBACK_WITHIN_MS);
    const { width, height } = link.document;
    return made ? answerOf(made, asked.format, reason) : neutral(200, asked.format, reason, width, height);
  }

  async function show(link: LiveLink, { target, address, event }: Visit): Promise<Answer> {
    const rawQuery = queryOf(target);
    const asked: Asked = { ...readOutput(rawQuery), format: address.format };
    try {
      const keys = link.document.fields.map((field) => field.key);
      const values = readValues(rawQuery, keys);
      const fields = Object.keys(values);
      event.fields = fields;
      const made = await withDeadline(maker.make(link, values, asked), PICTURE_WITHIN_MS);
      if (made.lasting && target.length <= LONGEST_SHORTCUT) {
        const { key, kilobytes } = made;
        shortcuts.set(target, { key, kilobytes, address, versionId: link.versionId, fields });
      }
      return answerOf(made, address.format, made.complete ? null : "picture");
    } catch (error) {
      event.error = error;
      return recover(link, asked, error);
    }
  }

  async function answer(visit: Visit): Promise<Answer> {
    const { key, format } = visit.address;
    let found: Awaited<ReturnType<LinkCache["get"]>>;
    try {
      found = await links.get(key);
    } catch (error) {
      visit.event.error = error;
      return neutral(200, format, "database");
    }
    const { link, stale } = found;
    if (!link) return neutral(404, format, "unknown");
    if (link.state === "deleted") return neutral(200, format, "deleted", link.width, link.height);
    if (link.state === "unpublished") return neutral(200, format, "unpublished");
    const shown = await show(link, visit);
    return stale && shown.reason === null ? { ...shown, reason: "stale" } : shown;
  }

  function quick(target: string, asking: Asking): Reply | null {
    const short = shortcuts.get(target);
    const link = short && links.fresh(short.address.key);
    if (!short || link?.state !== "live" || link.versionId !== short.versionId) return null;
    const encoded = maker.remembered(short.key);
    if (!encoded) return null;
    const { address, fields } = short;
    const shown = answerOf({ ...encoded, ...short }, address.format, null);
    const reply = replyTo(asking, shown, address);
    log({ link: address.key, status: reply.status, render: "ok", ms: 0, fields });
    return reply;
  }

  async function handle(request: Request): Promise<Response> {
    const started = performance.now();
    const target = targetOf(request.url);
    const asking = { method: request.method, ifNoneMatch: request.headers.get("if-none-match") };
    // A request of our own door: some picture shows a link of ours, and that one could show the first again.
    const nested = Number(request.headers.get(DEPTH_HEADER) ?? 0) > 0;
    const known = nested ? null : quick(target, asking);
    if (known) return responseOf(known);
    const address = parseImagePath(pathOf(target));
    const event: Partial<ImageEvent> = {};
    const shown = nested
      ? await neutral(200, address?.format ?? "png", "recursion")
      : address
        ? await answer({ target, address, event })
        : await neutral(404, "png", "unknown");
    const reply = replyTo(asking, shown, address);
    log({
      link: address?.key ?? "-",
      status: reply.status,
      render: renderStatus(shown.reason),
      ms: Math.round(performance.now() - started),
      fields: event.fields ?? [],
      ...(event.error === undefined ? {} : { error: event.error }),
    });
    return responseOf(reply);
  }

  return { handle, quick };
}

/** One request on its way: what was asked, and what is to be written down of it. */
type Visit = { target: string; address: ImageAddress; event: Partial<ImageEvent> };

function answerOf(
  { bytes, key, quality, kilobytes }: Pick<Made, "bytes" | "key" | "quality" | "kilobytes">,
  format: ImageFormat,
  reason: Reason | null,
): Answer {
  return { status: 200, format, bytes, etag: key, reason, quality, kilobytes };
}

/** Path and query as they came, before any decoding. */
function targetOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start < 0 ? "/" : url.slice(start);
}

function pathOf(target: string): string {
  const mark = target.indexOf("?");
  return mark < 0 ? target : target.slice(0, mark);
}

function queryOf(target: string): string {
  const mark = target.indexOf("?");
  return mark < 0 ? "" : target.slice(mark + 1);
}
