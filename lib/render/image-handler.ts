import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";
import { type ImageAddress, type ImageFormat, parseImagePath } from "@/lib/link/address";
import { meaningfulValues } from "@/lib/link/literal-tag";
import { isLook } from "@/lib/link/look-param";
import { readOutput } from "@/lib/link/read-output";
import { readValues } from "@/lib/link/read-query";
import { type Admitted, admit } from "./admit";
import type { Encoded } from "./engine/output";
import { CompileFailure } from "./engine/quarantine";
import {
  type Answer,
  type Asking,
  isRead,
  notAllowed,
  type PictureRequest,
  preflight,
  type Reason,
  type Reply,
  renderStatus,
  replyTo,
} from "./image-response";
import type { LinkCache } from "./link-cache";
import type { LookedUp, LookUp } from "./look-up";
import { namesTag } from "./names-tag";
import type { NeutralPictures } from "./neutral-picture";
import { type Asked, LimitReached, type LiveLink, type Named, type PictureMaker } from "./picture-maker";
import { TRANSPARENT_PIXEL } from "./transparent-pixel";
import { withDeadline, within } from "./within";

export type ImageHandlerDeps = {
  links: LinkCache;
  maker: PictureMaker;
  neutral: NeutralPictures;
  log: (event: ImageEvent) => void;
  /** ms since 1970; the machine's clock when left out. */
  now?: () => number;
  /** Told of each picture of a live link that is sent: its own, not a card in its place. */
  served?: ((link: LiveLink) => void) | undefined;
  /** Asks the sources of links that have any. */
  lookUp?: LookUp | undefined;
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

/**
 * When the steps of an answer are given up, ms after the request came; mail programs give up sooner or later. The
 * link's cache takes 5 s at most, so the picture has 6 s at least, the one in its place 3 s more, and a card 1 s,
 * after which what lies in memory is sent: every answer is there within 15 s.
 */
const PICTURE_BY_MS = 11_000;
/** What is not looked up by then stands at its fallbacks, and leaves time to paint them. */
const LOOK_UP_BY_MS = 5_000;
const FALLBACK_BY_MS = 14_000;
const CARD_WITHIN_MS = 1_000;

/** What is written down where no link of ours is meant: what stands in its place could be anything, a name too. */
const NO_LINK = "-";

/** Which picture an address showed, for as long as its link shows the same version. */
type Shortcut = Pick<Named, "key" | "kilobytes"> & {
  address: ImageAddress;
  versionId: string;
  /** What was special about the link; another object where it was changed since. */
  settings: LiveLink["settings"];
  /** The workspace's signing keys of then, likewise. */
  secrets: LiveLink["secrets"] | null;
  /** When the address stops to show it, ms; Infinity: never. */
  until: number;
  fields: string[];
  /** The headers of its picture, once they were written. */
  headers: Reply["headers"] | null;
};

/** How long a picture without values stands in for others without being asked for anew, ms. */
const PLAIN_MS = 2_000;

export type ImageHandler = {
  /**
   * Always answers with a picture; what went wrong goes to `X-Render-Status` and the log. At once, where nothing has
   * to be asked, read or painted for it.
   */
  handle: (request: PictureRequest) => Reply | Promise<Reply>;
};

/** Makes the handler behind `/i/{link}.{format}`, the same in the custom server and behind a framework route. */
export function createImageHandler({
  links,
  maker,
  neutral: cards,
  log,
  now = Date.now,
  served,
  lookUp,
}: ImageHandlerDeps): ImageHandler {
  const shortcuts = new LRUCache<string, Shortcut>({ max: SHORTCUTS });
  /** Pictures without values that stood in for others a moment ago: who has no room to paint has none to look long. */
  const plains = new LRUCache<string, { named: Named; picture: Encoded }>({ max: 100, ttl: PLAIN_MS });

  async function neutral(
    status: 200 | 404,
    format: ImageFormat,
    reason: Reason,
    { width, height }: Size = UNKNOWN_SIZE,
    isSure = false,
  ): Promise<Answer> {
    const card = await within(cards.card(format, width, height), CARD_WITHIN_MS);
    const ready = card ?? cards.drawn(format);
    const bytes = ready ?? TRANSPARENT_PIXEL;
    const etag = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
    const picture = { bytes, quality: null, kilobytes: null };
    return {
      status,
      format: ready ? format : "png",
      etag,
      reason,
      picture,
      settled: isSure && card !== null,
    };
  }

  /** The picture, unless the asker has it by its tag: that costs no painting. */
  async function pictureOf(named: Named, { asking }: Visit): Promise<Encoded | null> {
    return namesTag(asking.ifNoneMatch, named.key) ? null : named.paint();
  }

  /** The picture without any values, in place of one that is not to be or cannot be made; where it fails, a neutral card. */
  async function plainly(live: LiveLink, asked: Asked, visit: Visit, reason: Reason, blamed = false) {
    // What stands in for others is not what a link with a limit may make so many of.
    const link = { ...live, settings: undefined };
    const plain = async () => {
      const name = [link.versionId, ...Object.values(asked)].join("|");
      const known = plains.get(name);
      const named = known?.named ?? (await maker.name(link, {}, asked, { urgency: "urgent" }));
      const picture = known?.picture ?? (await pictureOf(named, visit));
      // What changes by itself is not remembered beyond that.
      if (!known && picture && named.changesAt === null) plains.set(name, { named, picture });
      const shown = answerOf(named, link.versionId, picture, asked.format, reason);
      return named.changesAt === null ? shown : { ...shown, seconds: 0, moves: true };
    };
    // What the version itself is to blame for is the same without values.
    const shown = blamed ? null : await within(plain(), left(visit, FALLBACK_BY_MS));
    if (shown) visit.shown = link;
    return shown ?? neutral(200, asked.format, reason, link.document);
  }

  /** What the link's sources say; nothing where it has none. */
  async function lookedUp(link: LiveLink, admission: Admitted, visit: Visit): Promise<LookedUp | null> {
    if (!lookUp || !link.sources?.length) return null;
    const { values, rawQuery } = admission;
    const read = (names: readonly string[]) =>
      values ? valuesOf(values, names) : readValues(rawQuery, names);
    const looked = await within(lookUp(link, read), left(visit, LOOK_UP_BY_MS));
    return looked ?? { values: {}, seconds: 0, complete: false };
  }

  async function show(live: LiveLink, visit: Visit): Promise<Answer> {
    const { target, address, event } = visit;
    const admission = admit(live, address.key, queryOf(target), now());
    const asked: Asked = { ...readOutput(admission.rawQuery), format: address.format };
    if (admission.refusal !== null) return plainly(live, asked, visit, admission.refusal);
    try {
      const { link, rawQuery, until } = admission;
      const keys = link.document.fields.map((field) => field.key);
      const given = admission.values ? valuesOf(admission.values, keys) : readValues(rawQuery, keys);
      const looked = await lookedUp(link, admission, visit);
      const values = looked ? { ...given, ...looked.values } : given;
      const fields = Object.keys(values);
      event.fields = fields;
      const showing = async () => {
        // Who asks for the headers alone has not seen it.
        const opens = visit.asking.method === "GET" && !isLook(queryOf(target));
        const named = await maker.name(link, values, asked, { opens });
        return { named, picture: await pictureOf(named, visit) };
      };
      const { named, picture } = await withDeadline(showing(), left(visit, PICTURE_BY_MS));
      if (named.lasting && !looked && target.length <= LONGEST_SHORTCUT) {
        const { key, kilobytes } = named;
        const { versionId, settings, secrets } = live;
        const signing = settings || admission.values ? secrets : null;
        const known = { key, kilobytes, address, versionId, settings, secrets: signing, until };
        shortcuts.set(target, { ...known, fields, headers: null });
      }
      visit.shown = link;
      const reason = named.missing ?? (looked?.complete === false ? "source" : null);
      const shown = answerOf(named, link.versionId, picture, address.format, reason);
      const seconds = fewer(secondsUntil(until), looked?.seconds ?? undefined);
      if (named.changesAt === null) return { ...shown, seconds };
      return { ...shown, seconds: fewer(seconds, secondsUntil(named.changesAt)), moves: true };
    } catch (error) {
      if (error instanceof LimitReached) return plainly(live, asked, visit, "limit");
      event.error = error;
      const isBusy = error instanceof AppError && error.code === "unavailable";
      return plainly(live, asked, visit, isBusy ? "busy" : "failed", error instanceof CompileFailure);
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
    if (link.state === "deleted") return neutral(200, format, "deleted", link, !stale);
    if (link.state === "unpublished") return neutral(200, format, "unpublished");
    const shown = await show(link, visit);
    return stale && shown.reason === null ? { ...shown, reason: "stale" } : shown;
  }

  /** The reply to an address that was asked for before, where all of it lies in memory. */
  function known({ target, nested, ...asking }: PictureRequest): Reply | null {
    const short = shortcuts.get(target);
    const link = short && links.fresh(short.address.key);
    if (!short || link?.state !== "live" || link.versionId !== short.versionId) return null;
    if (link.settings !== short.settings || (short.secrets && link.secrets !== short.secrets)) return null;
    if (short.until !== Number.POSITIVE_INFINITY && now() >= short.until) return null;
    // What sources say now was not asked when the address was written down.
    if (link.sources?.length) return null;
    if (nested || !isRead(asking)) return null;
    const encoded = namesTag(asking.ifNoneMatch, short.key) ? null : maker.remembered(short.key);
    if (encoded === undefined) return null;
    const reply = replyFor(short, encoded, asking, secondsUntil(short.until));
    if (reply.body && reply.status === 200) served?.(link);
    log({ link: short.address.key, status: reply.status, render: "ok", ms: 0, fields: short.fields });
    return reply;
  }

  async function make({ target, nested, ...asking }: PictureRequest): Promise<Reply> {
    const started = performance.now();
    const address = parseImagePath(pathOf(target));
    // Nobody waits for a picture, and none is shown.
    if (asking.method === "OPTIONS") return preflight();
    if (!isRead(asking)) {
      log({ link: NO_LINK, status: 405, render: "none", ms: 0, fields: [] });
      return notAllowed();
    }
    const event: Partial<ImageEvent> = {};
    const visit: Visit | null = address && { target, address, asking, event, started, shown: null };
    // Some picture shows a link of ours, and that one could show the first again.
    const shown = nested
      ? await neutral(200, address?.format ?? "png", "recursion")
      : visit
        ? await answer(visit)
        : await neutral(404, "png", "unknown");
    const reply = replyTo(asking, shown, address);
    if (visit?.shown && reply.body && reply.status === 200) served?.(visit.shown);
    log({
      link: address && shown.reason !== "unknown" && shown.reason !== "recursion" ? address.key : NO_LINK,
      status: reply.status,
      render: renderStatus(shown.reason),
      ms: Math.round(performance.now() - started),
      fields: event.fields ?? [],
      ...(event.error === undefined ? {} : { error: event.error }),
    });
    return reply;
  }

  /** Whole seconds that are left of something; undefined where it has no end. */
  function secondsUntil(until: number): number | undefined {
    return until === Number.POSITIVE_INFINITY ? undefined : Math.max(0, Math.floor((until - now()) / 1000));
  }

  return { handle: (request) => known(request) ?? make(request) };
}

/** One request on its way: what was asked and when, and what is to be written down of it. */
type Visit = {
  target: string;
  address: ImageAddress;
  asking: Asking;
  event: Partial<ImageEvent>;
  started: number;
  /** The link whose own picture is the answer. */
  shown: LiveLink | null;
};

/** px; null where it is not known. */
type Size = { width: number | null; height: number | null };
const UNKNOWN_SIZE: Size = { width: null, height: null };

function fewer(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

/** How long a step may take that is given up at a time after the request came, ms. */
function left({ started }: Visit, byMs: number): number {
  return Math.max(0, started + byMs - performance.now());
}

/** Written once for all who ask for the picture; null is for the one who has it. */
function replyFor(short: Shortcut, encoded: Encoded | null, asking: Asking, seconds?: number): Reply {
  const { address, headers } = short;
  if (encoded === null || headers === null || asking.method !== "GET") {
    const answer = { ...answerOf(short, short.versionId, encoded, address.format, null), seconds };
    const reply = replyTo(asking, answer, address);
    // Headers that count down are written each time.
    if (reply.status === 200 && seconds === undefined) short.headers = reply.headers;
    return reply;
  }
  return { status: 200, headers, body: encoded.bytes };
}

function answerOf(
  { key, kilobytes }: Pick<Named, "key" | "kilobytes">,
  versionId: string,
  picture: Encoded | null,
  format: ImageFormat,
  reason: Reason | null,
): Answer {
  const written = picture && { ...picture, kilobytes };
  return { status: 200, format, etag: key, reason, picture: written, versionId, settled: false };
}

/** Of values that came encrypted, those of the template's fields that mean something, as those in a query are read. */
function valuesOf(values: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> {
  const known = keys.flatMap((key): [string, string][] => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined ? [] : [[key, value]];
  });
  return meaningfulValues(Object.fromEntries(known));
}

function pathOf(target: string): string {
  const mark = target.indexOf("?");
  return mark < 0 ? target : target.slice(0, mark);
}

function queryOf(target: string): string {
  const mark = target.indexOf("?");
  return mark < 0 ? "" : target.slice(mark + 1);
}
