import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-registry";
import { type CleanImage, cleanImage } from "../decode/clean-image";
import type { LoadedPicture } from "../picture-book";
import { createRemoteFetcher, type RemoteFetcher } from "./fetch-remote";
import { RemoteFailure, type RemoteFailureReason } from "./remote-failure";

export type RemotePictures = {
  /**
   * The picture behind an address from outside, safe to paint; null when there is none to be had. Asked for by
   * many at once it is fetched once, and it is remembered for as long as its source allows, within bounds; so
   * is, briefly, that there was none. A source that fails later is shown as it was last.
   */
  remotePicture: (url: string) => Promise<LoadedPicture | null>;
};

export type RemotePicturesOptions = {
  fetchRemote: RemoteFetcher["fetchRemote"];
  clean?: (bytes: Uint8Array) => Promise<CleanImage>;
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
const FAILURE_BYTES = 1000;

type Remembered = { picture: LoadedPicture | null };

export function createRemotePictures(options: RemotePicturesOptions): RemotePictures {
  const { fetchRemote, clean = cleanImage, onFailure = () => {}, maxBytes = 128_000_000, now } = options;

  async function load(url: string, last: LoadedPicture | null): Promise<Remembered & { keepMs: number }> {
    try {
      const { bytes, maxAge } = await fetchRemote(url);
      return { picture: asLoaded(await clean(bytes)), keepMs: lifetime(maxAge) };
    } catch (error) {
      const reason = reasonOf(error);
      onFailure(reason);
      return { picture: last, keepMs: reason === "busy" ? SECOND : FAILURE_MS };
    }
  }

  const cache = new LRUCache<string, Remembered>({
    maxSize: maxBytes,
    sizeCalculation: ({ picture }, url) => url.length + (picture?.href.length ?? FAILURE_BYTES),
    ttl: SHORTEST_MS,
    ...(now && { perf: { now }, ttlResolution: 0 }),
    // What is being fetched is wanted, also when room is needed for what was fetched meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (url, last, { options: keeping }) => {
      const { picture, keepMs } = await load(url, last?.picture ?? null);
      keeping.ttl = keepMs;
      return { picture };
    },
  });

  return {
    remotePicture: async (url) => {
      const [address = ""] = url.split("#", 1);
      return (await cache.fetch(address))?.picture ?? null;
    },
  };
}

/** The picture behind an address, by the fetcher, decoder and memory of this process. */
export function remotePicture(url: string): Promise<LoadedPicture | null> {
  const pictures = processWide("remote-pictures", () => {
    const { fetchRemote } = createRemoteFetcher({
      ownHosts: [new URL(env().PUBLIC_URL).hostname],
      allowPrivate: env().ALLOW_PRIVATE_SOURCES,
    });
    return createRemotePictures({
      fetchRemote,
      onFailure: (reason) => log().debug({ reason }, "remote picture did not come"),
    });
  });
  return pictures.remotePicture(url);
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
