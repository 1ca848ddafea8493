import { LRUCache } from "lru-cache";
import type { LinkRow } from "@/lib/server/picture-reads";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";

export type PublishedLink =
  | { state: "live"; workspaceId: string; versionId: string; document: Document }
  | { state: "unpublished"; workspaceId: string }
  | { state: "deleted"; workspaceId: string; width: number | null; height: number | null };

export type LinkReads = {
  /** Identity of what the link shows now: a version id, "unpublished", "deleted", or null for no such link. */
  pointer: (key: string) => Promise<string | null>;
  link: (key: string) => Promise<LinkRow | null>;
};

export type LinkCache = {
  /** The link, never older than `freshFor`. Rejects only when the database fails and nothing is remembered. */
  get: (key: string) => Promise<{ link: PublishedLink | null; stale: boolean }>;
  /** Makes the next `get` of this key ask the database. */
  forget: (key: string) => void;
  /** Makes the next `get` of every key ask the database. */
  expireAll: () => void;
};

type Entry = { pointer: string | null; link: PublishedLink | null; checkedAt: number };

/** A publish must show within 5 s on every process, also where a notification was lost. */
const FRESH_FOR_MS = 3_000;

/** How long a request waits for the database to confirm what is remembered before it shows that. */
const RECHECK_PATIENCE_MS = 1_000;

/**
 * Remembers what each link shows. An entry older than `freshFor` is confirmed by one cheap query before it is
 * used; when the database does not answer, the remembered one is used and marked stale. Requests for one key
 * share the query. Unknown keys are remembered too, so that a flood of them does not reach the database.
 */
export function createLinkCache(
  reads: LinkReads,
  now: () => number = Date.now,
  freshFor: number = FRESH_FOR_MS,
): LinkCache {
  const entries = new LRUCache<string, Entry>({ max: 5_000 });
  const asking = new Map<string, Promise<Entry>>();

  async function ask(key: string, known: Entry | undefined): Promise<Entry> {
    const checkedAt = now();
    const pointer = await reads.pointer(key);
    if (known && known.pointer === pointer) return { ...known, checkedAt };
    if (pointer === null) return { pointer, link: null, checkedAt };
    const row = await reads.link(key);
    return { pointer, link: row === null ? null : open(row), checkedAt };
  }

  function refresh(key: string): Promise<Entry> {
    const running = asking.get(key);
    if (running) return running;
    const promise = ask(key, entries.get(key))
      .then((entry) => {
        entries.set(key, entry);
        return entry;
      })
      .finally(() => asking.delete(key));
    asking.set(key, promise);
    return promise;
  }

  return {
    async get(key) {
      const known = entries.get(key);
      if (known && now() - known.checkedAt < freshFor) return { link: known.link, stale: false };
      const fresh = refresh(key);
      if (!known) return { link: (await fresh).link, stale: false };
      const entry = await within(fresh, RECHECK_PATIENCE_MS);
      return entry ? { link: entry.link, stale: false } : { link: known.link, stale: true };
    },
    forget(key) {
      const known = entries.peek(key);
      if (known) entries.set(key, { ...known, checkedAt: Number.NEGATIVE_INFINITY });
    },
    expireAll() {
      for (const [key, entry] of entries.entries()) {
        entries.set(key, { ...entry, checkedAt: Number.NEGATIVE_INFINITY });
      }
    },
  };
}

function open(row: LinkRow): PublishedLink {
  if (row.state !== "live") return row;
  return { ...row, document: openDocument(row.document).document };
}

/** The value, or null when it fails or does not come within `ms`. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([promise.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
