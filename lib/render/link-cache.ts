import { LRUCache } from "lru-cache";
import type { LinkLimits, LinkRow, LinkSourceRow } from "@/lib/server/picture-reads";
import { unseal } from "@/lib/server/sealed-secret";
import { documentSize } from "@/lib/template/document-size";
import { openDocument } from "@/lib/template/open-document";
import type { Document } from "@/lib/template/schema";
import { withDeadline, within } from "./within";

export type PublishedLink =
  | {
      state: "live";
      workspaceId: string;
      /** What first opens are kept under; undefined: none can be. */
      linkId?: string | undefined;
      /** For counting. */
      projectId?: string | undefined;
      versionId: string;
      document: Document;
      /** Hosts that pictures may come from; empty: any public host. */
      allowedImageHosts: readonly string[];
      /** What is special about the link; undefined: nothing. */
      settings?: LinkLimits | undefined;
      /** What addresses of the workspace's links are signed, and their values encrypted, with. */
      secrets?: readonly string[];
      /** Where values are looked up; undefined: nowhere. */
      sources?: readonly LinkSourceRow[] | undefined;
    }
  | { state: "unpublished"; workspaceId: string }
  | { state: "deleted"; workspaceId: string; width: number | null; height: number | null };

export type LinkReads = {
  /** What the database said of the link last, kept elsewhere; null when nothing is. */
  kept?: (key: string) => Promise<LinkRow | null>;
  /** A text that changes with what the link shows: null for no such link. */
  pointer: (key: string) => Promise<string | null>;
  link: (key: string) => Promise<LinkRow | null>;
};

export type LinkCache = {
  /** The link, never older than `freshFor`. Rejects only when the database fails and nothing is remembered or kept. */
  get: (key: string) => Promise<{ link: PublishedLink | null; stale: boolean }>;
  /** The link where it is remembered and need not be asked for; else undefined. */
  fresh: (key: string) => PublishedLink | null | undefined;
  /** Makes the next `get` of this key ask the database. */
  forget: (key: string) => void;
  /** Makes the next `get` of every key ask the database. */
  expireAll: () => void;
};

type Entry = {
  pointer: string | null;
  link: PublishedLink | null;
  checkedAt: number;
  /** How many changes had been announced when the database was asked. */
  changesSeen: number;
};

/** A publish must show within 5 s on every process, also where a notification was lost. */
const FRESH_FOR_MS = 3_000;

/** How long a request waits for the database to confirm what is remembered before it shows that. */
const RECHECK_PATIENCE_MS = 1_000;

/** How long it waits where nothing is remembered, before it looks for what was kept: a connection has to be made first. */
const FIRST_PATIENCE_MS = 3_000;

/** No pointer of the database's. */
const RECALLED = "recalled";

/** After the database was found to be away, a request waits only so long for it, and that for the next so long. */
const AWAY_PATIENCE_MS = 250;
const AWAY_FOR_MS = 2_000;

/** Links of which none was answered in time, nor any other since, that mean it is away. Fewer are slow queries. */
const UNANSWERED_LINKS = 3;

/** How long the database is waited for where nothing is remembered. A connection may be dead without saying so. */
const ANSWER_WITHIN_MS = 5_000;

/** How long what was kept is waited for: storage may hang too, and the link has to be there when the above is over. */
const RECALL_WITHIN_MS = 1_500;

/** Memory for links, by their size as JSON. */
const LINK_BYTES = 64_000_000;

/**
 * Remembers what each link shows. An entry older than `freshFor` is confirmed by one cheap query before it is
 * used; when the database does not answer, the remembered one is used and marked stale. Requests for one key
 * share the query. Unknown keys are remembered apart, so that a flood of them takes no link's place.
 */
export function createLinkCache(
  reads: LinkReads,
  now: () => number = Date.now,
  freshFor: number = FRESH_FOR_MS,
): LinkCache {
  const links = new LRUCache<string, Entry>({
    max: 5_000,
    maxSize: LINK_BYTES,
    sizeCalculation: ({ link }) => (link?.state === "live" ? sizeOf(link) : 200),
  });
  const unknown = new LRUCache<string, Entry>({ max: 5_000 });
  const asking = new Map<string, { promise: Promise<Entry>; changesSeen: number }>();
  /** Announced changes are counted: what was asked for before the last one of its key is not fresh. */
  let changes = 0;
  let lastOfAll = 0;
  let awayUntil = Number.NEGATIVE_INFINITY;
  const unanswered = new Set<string>();
  const lastOf = new LRUCache<string, number>({ max: 5_000 });

  const remembered = (key: string) => links.get(key) ?? unknown.get(key);
  const isUpToDate = (key: string, { changesSeen }: { changesSeen: number }) =>
    changesSeen >= Math.max(lastOfAll, lastOf.get(key) ?? 0);

  async function ask(key: string, known: Entry | undefined, changesSeen: number): Promise<Entry> {
    const checkedAt = now();
    const pointer = await reads.pointer(key);
    if (known && known.pointer === pointer) return { ...known, checkedAt, changesSeen };
    if (pointer === null) return { pointer, link: null, checkedAt, changesSeen };
    const row = await reads.link(key);
    return { pointer, link: row === null ? null : open(row), checkedAt, changesSeen };
  }

  function remember(key: string, entry: Entry): void {
    const [to, from] = entry.link ? [links, unknown] : [unknown, links];
    from.delete(key);
    to.set(key, entry);
  }

  function refresh(key: string): Promise<Entry> {
    const running = asking.get(key);
    if (running && isUpToDate(key, running)) return running.promise;
    const changesSeen = changes;
    const asked = ask(key, remembered(key), changesSeen).catch((error) => {
      setAway();
      throw error;
    });
    const promise = withDeadline(asked, ANSWER_WITHIN_MS)
      .then((entry) => {
        // One that was asked for later may have come first.
        if ((remembered(key)?.changesSeen ?? 0) <= changesSeen) remember(key, entry);
        awayUntil = Number.NEGATIVE_INFINITY;
        unanswered.clear();
        return entry;
      })
      .finally(() => {
        if (asking.get(key)?.promise === promise) asking.delete(key);
      });
    asking.set(key, { promise, changesSeen });
    return promise;
  }

  function setAway(): void {
    awayUntil = now() + AWAY_FOR_MS;
  }

  /** Notes that a link was waited for in vain. */
  function noteUnanswered(key: string): void {
    if (unanswered.size < UNANSWERED_LINKS) unanswered.add(key);
    if (unanswered.size === UNANSWERED_LINKS) setAway();
  }

  /** What was kept of a link, remembered as long out of date. */
  async function recall(key: string): Promise<Entry | null> {
    const row = await reads.kept?.(key);
    if (!row) return null;
    const link = open(row);
    const entry = {
      // Whatever the database says when it is back, the row is read anew.
      pointer: RECALLED,
      link,
      checkedAt: 0,
      changesSeen: -1,
    };
    if (!remembered(key)) remember(key, entry);
    return entry;
  }

  function fresh(key: string): PublishedLink | null | undefined {
    const known = remembered(key);
    return known && now() - known.checkedAt < freshFor && isUpToDate(key, known) ? known.link : undefined;
  }

  return {
    fresh,
    async get(key) {
      const current = fresh(key);
      if (current !== undefined) return { link: current, stale: false };
      const known = remembered(key);
      const asked = refresh(key);
      const isAway = now() < awayUntil;
      const patience = known ? RECHECK_PATIENCE_MS : FIRST_PATIENCE_MS;
      const entry = await within(asked, isAway ? AWAY_PATIENCE_MS : patience);
      if (entry) return { link: entry.link, stale: false };
      if (!isAway) noteUnanswered(key);
      const old = known ?? (await within(recall(key), RECALL_WITHIN_MS));
      return old ? { link: old.link, stale: true } : { link: (await asked).link, stale: false };
    },
    forget(key) {
      changes += 1;
      lastOf.set(key, changes);
    },
    expireAll() {
      changes += 1;
      lastOfAll = changes;
    },
  };
}

/** Bytes of a link as JSON: of its document, and of what it asks sources, which may be the larger. */
function sizeOf({ document, sources = [] }: Extract<PublishedLink, { state: "live" }>): number {
  return documentSize(document) + Buffer.byteLength(JSON.stringify(sources));
}

function open(row: LinkRow): PublishedLink {
  if (row.state !== "live") return row;
  const { signingKeys = [], ...live } = row;
  const secrets = signingKeys.flatMap((sealed) => unseal("link-signing", row.workspaceId, sealed) ?? []);
  return { ...live, secrets, document: openDocument(row.document).document };
}
