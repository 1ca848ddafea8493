import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import { type CleanImage, cleanImage } from "../decode/clean-image";
import type { LoadedPicture } from "../picture-book";
import type { RemoteFetcher } from "./fetch-remote";
import { remoteDoor } from "./remote-door";
import { RemoteFailure, type RemoteFailureReason } from "./remote-failure";

export type RemoteWish = {
  /** Hosts it may come from, as `parseHostPattern` keeps them; none or an empty list: any public host. */
  allowedHosts?: readonly string[] | undefined;
  /**
   * Longest side of the box it is shown in, in pixels of the finished picture. It comes no smaller than the box, and
   * not much larger, which makes it cheaper to paint. Left out: as large as pictures come.
   */
  box?: number | undefined;
};

export type RemotePictures = {
  /**
   * The picture behind an address from outside, safe to paint; null when there is none to be had. Asked for by
   * many at once it is fetched once, and it is remembered for as long as its source allows, within bounds; so
   * is, briefly, that there was none. A source that fails later is shown as it was last, for a day at most and not
   * once it says that there is no such picture any more.
   */
  remotePicture: (url: string, wish?: RemoteWish) => Promise<LoadedPicture | null>;
};

export type RemotePicturesOptions = {
  fetchRemote: RemoteFetcher["fetchRemote"];
  clean?: (bytes: Uint8Array, options: { cover?: number }) => Promise<CleanImage>;
  /** Told why a picture did not come, for counters; never the address, which may name a person. */
  onFailure?: (reason: RemoteFailureReason) => void;
  /** Memory for remembered pictures, bytes. */
  maxBytes?: number;
  now?: () => number;
};

const SECOND = 1000;
const SHORTEST_MS = 60 * SECOND;
const LONGEST_MS = 24 * 60 * 60 * SECOND;
/** For sources that say nothing about keeping. */
const UNSTATED_MS = 5 * 60 * SECOND;
const FAILURE_MS = 30 * SECOND;
/** Where only this moment is to blame: too many at once, or a source that is left alone for a while. */
const MOMENT_MS = SECOND;
/** How long a picture is shown on from when its source began to fail. */
const LAST_MS = 24 * 60 * 60 * SECOND;
const FAILURE_BYTES = 1000;

/** Sizes a picture is kept in, px: few, so that layers of nearly the same size share one. */
const BOXES = [256, 512, 1024] as const;

/** A picture, or that there is none, and since when its source has failed; null: it has not. */
type Remembered = { picture: LoadedPicture | null; failingSince: number | null };
type Wanted = { url: string; allowedHosts: readonly string[]; cover: number | undefined };

/** Pictures by a fetcher, and the memory of them. A process needs one. */
export function createRemotePictures(options: RemotePicturesOptions): RemotePictures {
  const { fetchRemote, clean = cleanImage, onFailure = () => {}, maxBytes = 128_000_000 } = options;
  const { now = () => performance.now() } = options;

  async function load(
    { url, allowedHosts, cover }: Wanted,
    last: Remembered | undefined,
  ): Promise<Remembered & { keepMs: number }> {
    try {
      const { bytes, maxAge } = await fetchRemote(url, allowedHosts);
      const cleaned = await clean(bytes, cover === undefined ? {} : { cover });
      return { picture: asLoaded(cleaned), failingSince: null, keepMs: lifetime(maxAge) };
    } catch (error) {
      const reason = reasonOf(error);
      onFailure(reason);
      const keepMs = reason === "busy" || reason === "resting" ? MOMENT_MS : FAILURE_MS;
      const failingSince = last?.failingSince ?? now();
      const isOver = reason === "missing" || now() - failingSince > LAST_MS;
      return { picture: isOver ? null : (last?.picture ?? null), failingSince, keepMs };
    }
  }

  const cache = new LRUCache<string, Remembered, Wanted>({
    maxSize: maxBytes,
    sizeCalculation: ({ picture }, key) => key.length + (picture?.href.length ?? FAILURE_BYTES),
    ttl: SHORTEST_MS,
    perf: { now },
    ttlResolution: 0,
    // What is being fetched is wanted, also when room is needed for what was fetched meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, last, { options: keeping, context }) => {
      const { keepMs, ...loaded } = await load(context, last);
      keeping.ttl = keepMs;
      return loaded;
    },
  });

  return {
    remotePicture: async (address, { allowedHosts = [], box } = {}) => {
      const [url = ""] = address.split("#", 1);
      const cover = BOXES.find((side) => box !== undefined && box <= side);
      // Lists are part of the key: what one workspace may see, a redirect may hide from another.
      const key = JSON.stringify([cover ?? null, [...allowedHosts].sort(), url]);
      return (await cache.fetch(key, { context: { url, allowedHosts, cover } }))?.picture ?? null;
    },
  };
}

/** The picture behind an address, by the fetcher, decoder and memory of this process. */
export function remotePicture(url: string, wish?: RemoteWish): Promise<LoadedPicture | null> {
  const pictures = processWide("remote-pictures", () => {
    return createRemotePictures({
      fetchRemote: remoteDoor().fetchRemote,
      onFailure: (reason) => log().debug({ reason }, "remote picture did not come"),
    });
  });
  return pictures.remotePicture(url, wish);
}

/** What went wrong is our own load, the source's refusal, or bytes that are no picture. */
function reasonOf(error: unknown): RemoteFailureReason {
  if (error instanceof RemoteFailure) return error.reason;
  return error instanceof AppError && error.code === "unavailable" ? "busy" : "not_a_picture";
}

function asLoaded({ bytes, contentType, width, height }: CleanImage): LoadedPicture {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { href: `data:${contentType};base64,${bytes.toString("base64")}`, width, height, hash };
}

/** How long a picture is kept, ms, from the seconds its source allows. */
function lifetime(maxAge: number | null): number {
  if (maxAge === null) return UNSTATED_MS;
  return Math.min(Math.max(maxAge * SECOND, SHORTEST_MS), LONGEST_MS);
}
