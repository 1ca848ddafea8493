import { LRUCache } from "lru-cache";
import type { FontFamily } from "@/lib/paint/font-catalogue";
import { sourcesOf } from "@/lib/paint/layers/painters";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import type { Fill } from "@/lib/template/primitives";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import type { Document } from "@/lib/template/schema";
import { layersByUnit, type Plan, planVersion } from "../compile/plan";
import type { Plates } from "../compile/plates";
import type { CompiledEncoding, EncodeOptions } from "../encode/encode-frame";
import { LARGE_GIF_STEP } from "../encode/encode-gif";
import type { WholeOutput } from "../encode/encode-svg";
import type { LaterShot } from "../moving-shots";
import type { PictureBook } from "../picture-book";
import { TRANSPARENT_PIXEL } from "../transparent-pixel";
import { familyFiles } from "./family-files";
import type { Urgency } from "./line";
import { type Encoded, isLargeAvif, isLargeGif, isOnWhite, LARGE_AVIF_QUALITY, type Output } from "./output";
import type { PaintResults, PaintTask, TaskImages, TaskKind } from "./paint-task";
import { createQuarantine } from "./quarantine";
import { sourceKey } from "./source-key";

/** Does one task somewhere: in a thread of the pool, or right here in tests. Rejects when there is no room. */
export type RunTask = <K extends TaskKind>(
  task: PaintTask<K> & { kind: K },
  urgency?: Urgency,
  owner?: string,
) => Promise<PaintResults[K]>;

/** A picture to make: a resolved document, and the document it was resolved from. */
export type RenderRequest = {
  /** Names the document for ever, its size variant included. */
  version: string;
  document: Document;
  resolved: ResolvedDocument;
  book: PictureBook;
  families: readonly FontFamily[];
  output: Output;
  urgency: Urgency;
  /** How a GIF goes on: what is shown after `resolved`, and for how long each is, the first one too. None: it stands still. */
  moving?: { seconds: number; later: readonly LaterShot[] } | undefined;
  /** Whose it is. Owners take turns where there is not room for all. */
  owner?: string;
  /**
   * What the version's encoding is compiled for. Left out: whichever picture comes first, which decides where bands are
   * cut, and so bytes, though no pixel.
   */
  model?: PictureModel | undefined;
};

/** A picture that stands for all of a kind. Its pictures are not looked at, only where they are. */
export type PictureModel = {
  /** Names it: equal names, equal models. */
  name: string;
  resolved: ResolvedDocument;
  families: readonly FontFamily[];
};

/** A picture to make in one go, with nothing compiled ahead. */
export type WholeRequest = Pick<RenderRequest, "resolved" | "book" | "families" | "urgency" | "owner"> & {
  scale: number;
  output: WholeOutput;
  /** BCP 47, of the values in its texts; only a page says it. */
  locale?: string;
};

export type RenderEngine = {
  /** @throws CompileFailure where the version cannot be compiled; AppError `unavailable` where there is no room */
  render: (request: RenderRequest) => Promise<Encoded>;
  renderWhole: (request: WholeRequest) => Promise<Encoded>;
  /** Ids of the texts of a resolved document that do not fit into their boxes, or are cut short. */
  overflowing: (
    request: Pick<WholeRequest, "resolved" | "families" | "urgency" | "owner">,
  ) => Promise<string[]>;
  /** A drawing of our own, such as a card that stands in for a picture. */
  draw: (svg: string, output: WholeOutput) => Promise<Encoded>;
  /** What of a resolved document is not the same for everybody: the part that tells its pictures apart. */
  variable: (request: Pick<RenderRequest, "version" | "document" | "resolved">) => {
    background: Fill | null;
    layers: readonly ResolvedLayer[];
  };
};

/** Memory for plates of versions, bytes; for what was encoded of them, a good deal smaller, half as much. */
const COMPILED_BYTES = 128 * 1024 * 1024;

/** An encoding to compile, and the picture that asks for it. */
type EncodingRequest = { plates: Plates; options: EncodeOptions; request: RenderRequest };

/**
 * Makes pictures from versions that are compiled once: plates of the layers that are the same for everybody, and
 * the parts of an encoded file that they alone decide. Equal compilations share one run; one that failed is not
 * tried again for a while.
 */
export function createRenderEngine(
  run: RunTask,
  compiledBytes = COMPILED_BYTES,
  now: () => number = Date.now,
): RenderEngine {
  const quarantined = createQuarantine(now);
  const plans = new LRUCache<string, Plan>({ max: 2_000 });
  const plates = new LRUCache<string, Plates, RenderRequest>({
    maxSize: compiledBytes,
    sizeCalculation: plateBytes,
    // What is being compiled is wanted, also when room is needed for what was compiled meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: (key, _stale, { context }) => quarantined(key, () => compilePlatesOf(context)),
  });
  /** Plates of which something was encoded, or is being. */
  const encoded = new WeakSet<Plates>();
  const encodings = new LRUCache<string, CompiledEncoding, EncodingRequest>({
    maxSize: compiledBytes / 2,
    sizeCalculation: encodingBytes,
    ignoreFetchAbort: true,
    fetchMethod: (key, _stale, { context }) => quarantined(key, () => compileEncodingOf(context)),
  });

  function compileEncodingOf({ plates, options, request }: EncodingRequest): Promise<CompiledEncoding> {
    // Many pictures wait for the first one. More of them are what an address may ask for by its weight alone.
    const urgency = encoded.has(plates) ? request.urgency : "urgent";
    encoded.add(plates);
    const { owner, model } = request;
    const { slots } = split({ ...request, ...model });
    const images = model ? standIns(slots.flat()) : imagesFor(slots.flat(), request.book);
    const { families } = model ?? request;
    return run({ kind: "encoding", images, families, plates, slots, options }, urgency, owner);
  }

  function planOf(version: string, document: Document): Plan {
    const known = plans.get(version);
    if (known) return known;
    const plan = planVersion(document);
    plans.set(version, plan);
    return plan;
  }

  function split({ version, document, resolved }: Pick<RenderRequest, "version" | "document" | "resolved">) {
    const plan = planOf(version, document);
    const units = layersByUnit(plan, resolved.layers);
    const isSlot = (index: number) => plan.units[index]?.dynamic === true;
    return {
      slots: units.filter((_, index) => isSlot(index)),
      statics: units.map((unit, index) => (isSlot(index) ? null : unit)),
    };
  }

  async function compilePlatesOf(request: RenderRequest): Promise<Plates> {
    const { width, height, background } = request.resolved;
    const { statics } = split(request);
    const { scale, format } = request.output;
    const images = imagesFor(
      statics.flatMap((unit) => unit ?? []),
      request.book,
    );
    const onWhite = isOnWhite(format);
    const source = { width, height, background, scale, onWhite, units: statics };
    // Many pictures wait for it.
    return run({ kind: "plates", source, images, families: request.families }, "urgent", request.owner);
  }

  function renderWhole(request: WholeRequest): Promise<Encoded> {
    const { resolved, book, urgency, owner, ...rest } = request;
    const images = imagesFor(resolved.layers, book);
    return run({ kind: "whole", document: resolved, images, ...rest }, urgency, owner);
  }

  /** A GIF, from plates that are kept unless each picture has a ground of its own. */
  async function renderGif(
    request: RenderRequest,
    platesKey: string,
    kilobytes: number | null,
  ): Promise<Encoded> {
    const { document, resolved, book, families, output, urgency, owner } = request;
    const isLarge = isLargeGif(resolved, output);
    const moving = isLarge ? undefined : request.moving;
    const ownGround = document.backgroundKey !== null;
    const compiled = ownGround
      ? await compilePlatesOf(request)
      : await plates.fetch(platesKey, { context: request });
    if (!compiled) throw new Error("no plates were made");
    const moves = moving !== undefined && moving.later.length > 0;
    const options = { format: "gif" as const, kilobytes, chroma: "4:4:4" as const, moves };
    const encodingKey = [platesKey, "gif", kilobytes, moves].join("|");
    const encoding: CompiledEncoding | undefined = isLarge
      ? { kind: "gif", step: LARGE_GIF_STEP }
      : ownGround
        ? { kind: "gif", step: 0 }
        : await encodings.fetch(encodingKey, { context: { plates: compiled, options, request } });
    if (encoding?.kind !== "gif") throw new Error("no encoding was made");
    // A layer that stays the same is the same object in all shots, and so is painted once.
    const same = new Map<string, ResolvedLayer>();
    const slotsOf = (layers: readonly ResolvedLayer[]) =>
      split({ ...request, resolved: { ...resolved, layers: [...layers] } }).slots.map((slot) =>
        slot.map((layer) => {
          const told = JSON.stringify(layer);
          const known = same.get(told) ?? layer;
          same.set(told, known);
          return known;
        }),
      );
    const first = { layers: resolved.layers, seconds: moving?.seconds ?? 0 };
    const shots = [first, ...(moving?.later ?? [])].map(({ layers, seconds }) => ({
      slots: slotsOf(layers),
      seconds,
    }));
    const images = imagesFor([...same.values()], book);
    const { step } = encoding;
    // A minute that was asked for a second ago is the same but for its end.
    const name = ownGround ? null : [platesKey, ...hashesFor([...same.values()], book)].join();
    return run(
      { kind: "moving", plates: compiled, shots, step, kilobytes, images, families, name },
      urgency,
      owner,
    );
  }

  return {
    renderWhole,
    overflowing: ({ resolved, families, urgency, owner }) =>
      run({ kind: "texts", images: [], families, document: resolved }, urgency, owner),
    draw: (svg, output) => run({ kind: "drawing", images: [], families: [], svg, output }, "urgent"),
    variable: (request) => ({ background: boundBackground(request), layers: split(request).slots.flat() }),
    async render(request) {
      const { resolved, book, families, output, urgency, owner } = request;
      const { format, scale } = output;
      const isLarge = isLargeAvif(resolved, output);
      const kilobytes = isLarge || isLargeGif(resolved, output) ? null : output.kilobytes;
      // A page has no plates, and a ground of its own for everybody leaves nothing to compile.
      if (format === "pdf" || (format !== "gif" && request.document.backgroundKey !== null)) {
        const whole = { format, kilobytes, chroma: chromaFor(request.document, scale), longestSide: null };
        const locale = localeOf(request.document);
        return renderWhole({ resolved, book, families, scale, output: whole, urgency, owner, locale });
      }
      const { slots, statics } = split(request);
      const staticKey = hashesFor(
        statics.flatMap((unit) => unit ?? []),
        book,
      ).join();
      const onWhite = isOnWhite(format);
      const platesKey = [request.version, scale, onWhite, familyFiles(families), staticKey].join("|");
      if (format === "gif") return renderGif(request, platesKey, kilobytes);
      const compiled = await plates.fetch(platesKey, { context: request });
      if (!compiled) throw new Error("no plates were made");
      const options = { format, kilobytes, chroma: chromaFor(request.document, scale) };
      // A quality is chosen by the budget; a PNG has none.
      const encodingKey = [
        platesKey,
        format,
        format === "png" ? "" : kilobytes,
        request.model?.name ?? "",
      ].join("|");
      const encoding: CompiledEncoding | undefined = isLarge
        ? { kind: "plain", format: "avif", quality: LARGE_AVIF_QUALITY }
        : await encodings.fetch(encodingKey, { context: { plates: compiled, options, request } });
      if (!encoding) throw new Error("no encoding was made");
      const images = imagesFor(slots.flat(), book);
      const task = { kind: "picture" as const, plates: compiled, encoding, slots, options, images, families };
      return run(task, urgency, owner);
    },
  };
}

/** The locale that most fields are written in; that of the first where there are several. */
function localeOf({ fields }: Document): string {
  const locales = fields.map(({ format }) => format.locale);
  const count = (locale: string) => locales.filter((other) => other === locale).length;
  return locales.reduce(
    (most, each) => (count(each) > count(most) ? each : most),
    locales[0] ?? DEFAULT_FORMAT.locale,
  );
}

/** The background where it depends on a field. */
function boundBackground({ document, resolved }: Pick<RenderRequest, "document" | "resolved">): Fill | null {
  return document.backgroundKey === null ? null : resolved.background;
}

/** Pixels to a displayed px from which half-size chroma cannot be seen. */
const DENSE = 1.5;

function chromaFor(document: Document, scale: number): EncodeOptions["chroma"] {
  return (document.width * scale) / document.displayWidth >= DENSE ? "4:2:0" : "4:4:4";
}

function imagesFor(layers: readonly ResolvedLayer[], book: PictureBook): TaskImages {
  const images = new Map<string, TaskImages[number][1]>();
  for (const source of layers.flatMap((layer) => sourcesOf(layer))) {
    const image = book.image(source);
    if (image) images.set(sourceKey(source), { href: image.href, width: image.width, height: image.height });
  }
  return [...images];
}

/** A picture of one clear pixel. */
const CLEAR = `data:image/png;base64,${Buffer.from(TRANSPARENT_PIXEL).toString("base64")}`;

/** Something in the place of every picture. */
function standIns(layers: readonly ResolvedLayer[]): TaskImages {
  const sources = layers.flatMap((layer) => sourcesOf(layer)).filter(({ kind }) => kind !== "none");
  return sources.map((source) => [sourceKey(source), { href: CLEAR, width: 100, height: 100 }]);
}

function hashesFor(layers: readonly ResolvedLayer[], book: PictureBook): string[] {
  return layers.flatMap((layer) => sourcesOf(layer)).map(book.hash);
}

function plateBytes({ base, ground, steps }: Plates): number {
  const overlays = steps.reduce(
    (sum, step) => sum + (step.kind === "overlay" ? step.tile.data.length : 0),
    0,
  );
  return base.length + (ground === base ? 0 : ground.length) + overlays;
}

function encodingBytes(encoding: CompiledEncoding): number {
  switch (encoding.kind) {
    case "png":
      return encoding.bands.chunks.length + 200 * encoding.bands.bands.length;
    case "jpg":
      return encoding.bands.scans.length + 1_000;
    case "plain":
    case "gif":
      return 100;
  }
}
