import { createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { ImageFormat } from "@/lib/link/address";
import type { AskedOutput } from "@/lib/link/read-output";
import type { FontFamily } from "@/lib/paint/font-catalogue";
import { PAINTER_VERSION } from "@/lib/paint/painter";
import { countsFromOpen } from "@/lib/template/countdowns";
import { dependsOnClock } from "@/lib/template/depends-on";
import { LIMITS } from "@/lib/template/limits";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { documentAtSize, findVariant } from "@/lib/template/variants";
import { familyFiles } from "./engine/family-files";
import type { Urgency } from "./engine/line";
import {
  ENCODER_VERSION,
  type Encoded,
  GIF_KILOBYTES,
  isLargeAvif,
  isLargeGif,
  type Output,
} from "./engine/output";
import type { PictureModel, RenderEngine, RenderRequest } from "./engine/render-engine";
import type { FirstOpens, Opened } from "./first-opens";
import type { PublishedLink } from "./link-cache";
import { movingShots } from "./moving-shots";
import { withOwnFonts } from "./own-fonts";
import { loadPictureBook, type PictureLoaders } from "./picture-book";
import type { PictureStore } from "./picture-store";

export type LiveLink = Extract<PublishedLink, { state: "live" }>;

/** A picture that is known by its name and need not be painted yet: equal names have equal bytes. */
export type Named = {
  key: string;
  /** What of it did not load, a picture, a font of the workspace's own, or when it was first opened; that may be otherwise in a moment. */
  missing: Missing | null;
  /** When it shows something else by itself, ms since 1970; null: never. */
  changesAt: number | null;
  /** Whether the same values give the same picture for as long as the version stands: no clock, no picture by address, no font of the workspace's own. */
  lasting: boolean;
  kilobytes: number | null;
  /** The picture. @throws AppError `unavailable` when there is no room to paint; CompileFailure; LimitReached */
  paint: () => Promise<Encoded>;
};

export type Missing = "picture" | "font" | "opens";

export type PictureMakerDeps = {
  engine: RenderEngine;
  loaders: PictureLoaders;
  /** Families of a workspace's own fonts. */
  families: (workspaceId: string, wanted: Iterable<string>) => Promise<readonly FontFamily[]>;
  /** Pictures kept beyond this process; null keeps none. */
  store: PictureStore | null;
  /** Counts a picture that a link with a limit is about to make; false when it may make no more. */
  countRender: (linkId: string) => Promise<boolean>;
  /** When recipients first opened links; left out: every time is the first. */
  firstOpens?: FirstOpens | undefined;
  /** Keys names, so that they can neither be guessed nor collided from outside. */
  secret: string;
  now: () => number;
  /** Told of each picture that was painted. */
  painted?: ((link: LiveLink) => void) | undefined;
  /** Memory for finished pictures, bytes. */
  cacheBytes?: number | undefined;
  /** What versions are compiled for, so that bytes depend on nothing else; see `PictureModel`. */
  model?: { name: string; values: Readonly<Record<string, string>> } | undefined;
};

export type PictureMaker = {
  /** Which picture a link shows for some values. Pictures in it are loaded; nothing is painted. */
  name: (
    link: LiveLink,
    values: Readonly<Record<string, string>>,
    asked: Asked,
    how?: NamingOptions,
  ) => Promise<Named>;
  /** A picture by its name, from memory; undefined when it is not there. */
  remembered: (key: string) => Encoded | undefined;
};

export type NamingOptions = {
  urgency?: Urgency;
  /** Whether a recipient opens the picture, whose time may begin with that; otherwise one only looks at it. */
  opens?: boolean;
};

/** How an address wants its picture. */
export type Asked = AskedOutput & { format: ImageFormat };

const CACHE_BYTES = 128 * 1024 * 1024;

/** What mails should not exceed, kB: beyond, pictures load slowly and some programs leave them out. */
const MAIL_KILOBYTES = 200;

/** What formats weigh at most when an address says nothing: those that become lighter by quality, or by colours. */
const BUDGETS: Partial<Record<ImageFormat, number>> = {
  jpg: MAIL_KILOBYTES,
  webp: MAIL_KILOBYTES,
  avif: MAIL_KILOBYTES,
  gif: GIF_KILOBYTES,
};

/** What is another picture within so long is not kept on disk, ms: nobody would ask for it again. */
const BRIEF_MS = 60_000;

/** Makes pictures, each once: from memory, from the store, or painted, and equal requests share one painting. */
export function createPictureMaker(deps: PictureMakerDeps): PictureMaker {
  const sizes = new WeakMap<Document, Map<string, Sized>>();
  const pictures = new LRUCache<string, Encoded, Wanted>({
    max: 20_000,
    maxSize: deps.cacheBytes ?? CACHE_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length + 200,
    // A picture that is being painted is wanted, also when room is needed for those painted meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (key, _stale, { context: { request, keep, link } }) => {
      const stored = await deps.store?.get(key);
      if (stored) return stored;
      const limitedLink = limitedBy(link);
      if (limitedLink !== undefined && !(await deps.countRender(limitedLink))) {
        throw new LimitReached(limitedLink);
      }
      const encoded = await deps.engine.render(request);
      deps.painted?.(link);
      // The store knows no frames that were left out.
      if (keep && !encoded.frames) deps.store?.put(key, encoded);
      return encoded;
    },
  });

  function atSize({ versionId, document }: LiveLink, size: string | null): Sized {
    // Many spellings name one size, and endless ones none.
    const variant = size === null ? undefined : findVariant(document.variants, size);
    const known = sizes.get(document) ?? new Map<string, Sized>();
    sizes.set(document, known);
    const name = variant?.id ?? "";
    const made = known.get(name);
    if (made) return made;
    const sized = documentAtSize(document, variant?.id ?? null);
    const version = variant ? `${versionId}|${variant.id}` : versionId;
    const fresh: Sized = {
      version,
      document: sized,
      readsClock: sized.layers.some(dependsOnClock),
      countsFromOpen: countsFromOpen(sized),
    };
    known.set(name, fresh);
    return fresh;
  }

  /** What a document at one size is compiled for, resolved once. */
  function modelOf(link: LiveLink, sized: Sized): Promise<PictureModel> | undefined {
    const { model } = deps;
    if (!model) return undefined;
    sized.model ??= modelled(link, sized.document, model).catch((error) => {
      sized.model = undefined;
      throw error;
    });
    return sized.model;
  }

  async function modelled(
    link: LiveLink,
    document: Document,
    { name, values }: Model,
  ): Promise<PictureModel> {
    const { document: wanted } = resolveDocument(document, values, { now: deps.now() });
    const shown = await withOwnFonts(wanted, (names) => deps.families(link.workspaceId, names));
    return { name, resolved: shown.document, families: shown.families };
  }

  function sign(value: unknown): string {
    return createHmac("sha256", deps.secret).update(JSON.stringify(value)).digest("base64url").slice(0, 27);
  }

  /** Who asked first may have been a link that makes no more, and that is nothing to another link. */
  async function fetchFor(link: LiveLink, key: string, context: Wanted): Promise<Encoded | undefined> {
    try {
      return await pictures.fetch(key, { context });
    } catch (error) {
      if (!(error instanceof LimitReached) || error.linkId === limitedBy(link)) throw error;
      return pictures.fetch(key, { context });
    }
  }

  /** When those whom the values name first opened it. */
  async function openedBy(
    link: LiveLink,
    document: Document,
    values: Readonly<Record<string, string>>,
    begins: boolean,
  ) {
    const recipients = new Set<string>();
    const now = deps.now();
    resolveDocument(document, values, {
      now,
      opened: (recipient) => {
        recipients.add(recipient);
        return null;
      },
    });
    if (recipients.size === 0 || !deps.firstOpens) return NOT_ASKED;
    return deps.firstOpens(link, [...recipients], { now, begins });
  }

  return {
    remembered: (key) => pictures.get(key),
    async name(link, values, asked, { urgency = "usual", opens = false } = {}) {
      const sized = atSize(link, asked.size);
      const { version, document, readsClock } = sized;
      const output = outputFor(document, asked);
      const opened = sized.countsFromOpen ? await openedBy(link, document, values, opens) : NOT_ASKED;
      // Asking took its time.
      const now = deps.now();
      const when = { now, opened: (recipient: string) => opened.at.get(recipient) ?? null };
      const { document: wanted, changesAt } = resolveDocument(document, values, when);
      const moves = output.format === "gif" && changesAt !== null;
      const planned = { wanted, moving: moves ? movingShots(document, values, wanted, when) : null };
      let ownFonts = false;
      const shown = await withOwnFonts(planned, (names) => {
        ownFonts = true;
        return deps.families(link.workspaceId, names);
      });
      const { families } = shown;
      const { wanted: resolved, moving } = shown.document;
      const all = [resolved, ...(moving?.later ?? [])].flatMap(({ layers }) => layers);
      const book = await loadPictureBook({ ...resolved, layers: all }, link, deps.loaders, output.scale);
      const owner = link.workspaceId;
      const model = await modelOf(link, sized);
      const request: RenderRequest = {
        version,
        document,
        resolved,
        book,
        families,
        model,
        output,
        urgency,
        owner,
        ...(moving && { moving }),
      };
      const { background, layers } = deps.engine.variable(request);
      const changing = [background, layers, moving, book.hashes, familyFiles(families)];
      // A page says its alternative text in its title, which may name somebody whom its layers do not.
      const said = output.format === "pdf" ? [resolved.alt] : [];
      const key = sign([version, changing, output, PAINTER_VERSION, ENCODER_VERSION, ...said]);
      const missing = missingOf(book.failed > 0, !shown.complete, !opened.complete);
      const complete = missing === null;
      const isBrief = changesAt !== null && changesAt - now < BRIEF_MS;
      const lasting = complete && !book.remote && !readsClock && !ownFonts;
      const paint = async () => {
        const encoded = await fetchFor(link, key, { request, keep: complete && !isBrief, link });
        if (!encoded) throw new Error("the picture cache gave nothing");
        return encoded;
      };
      return { key, missing, changesAt, lasting, kilobytes: output.kilobytes, paint };
    },
  };
}

const NOT_ASKED: Opened = { at: new Map(), complete: true };

function missingOf(picture: boolean, font: boolean, opens: boolean): Missing | null {
  if (picture) return "picture";
  if (font) return "font";
  return opens ? "opens" : null;
}

/** A link has made all the pictures it may. */
export class LimitReached extends Error {
  override readonly name = "LimitReached";
  constructor(readonly linkId: string) {
    super("The link has made all the pictures it may.");
  }
}

/** A picture that is not in memory, and whose link counts what it makes. */
type Wanted = { request: RenderRequest; keep: boolean; link: LiveLink };

function limitedBy({ settings }: LiveLink): string | undefined {
  return settings && settings.maxRenders !== null ? settings.linkId : undefined;
}

type Model = NonNullable<PictureMakerDeps["model"]>;

type Sized = {
  version: string;
  document: Document;
  readsClock: boolean;
  countsFromOpen: boolean;
  model?: Promise<PictureModel> | undefined;
};

/** The output settings that a document allows: a picture has a largest size, whatever the scale. */
function outputFor({ width, height }: Document, { format, scale, kilobytes }: Asked): Output {
  const fits = (times: number) =>
    width * times <= LIMITS.canvasSide &&
    height * times <= LIMITS.canvasSide &&
    width * height * times * times <= LIMITS.canvasArea;
  const isQuick = (scale: Output["scale"]) =>
    !isLargeAvif({ width, height }, { format, scale }) && !isLargeGif({ width, height }, { format, scale });
  const allowed = ([3, 2, 1] as const).find((times) => times <= scale && fits(times) && isQuick(times)) ?? 1;
  const budget = kilobytes ?? BUDGETS[format] ?? null;
  return { format, scale: format === "pdf" ? 1 : allowed, kilobytes: format === "pdf" ? null : budget };
}
