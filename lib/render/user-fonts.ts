import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";
import type { FontFamily } from "@/lib/paint/font-catalogue";
import { log } from "@/lib/server/log";
import type { FontRow } from "@/lib/server/picture-reads";
import { processWide } from "@/lib/server/process-registry";
import { storage } from "@/lib/server/storage";
import { pictureReads } from "./process-reads";

/** A font's file as the painter knows it: its key in storage, below a folder of its own. */
const USER_FILE = /^\/user-(fonts\/[a-z0-9_]+\/[a-z0-9_]+)$/;

/**
 * Families a workspace has uploaded, by the name that documents store. Deleted faces stay for what uses them, until
 * another takes their place: of one weight and style the one that lives counts, then the newest.
 */
export function familiesOf(rows: readonly FontRow[]): FontFamily[] {
  const families = new Map<string, FontFamily>();
  const faces = new Map<string, FontRow>();
  for (const row of rows) {
    const place = `${row.familyKey} ${row.weight} ${row.italic}`;
    const known = faces.get(place);
    if (!known || known.deleted || !row.deleted) faces.set(place, row);
  }
  for (const { familyKey, family, weight, italic, storageKey } of faces.values()) {
    const face = { family: familyKey, weight, italic, file: `/user-${storageKey}` };
    const others = families.get(familyKey)?.faces ?? [];
    families.set(familyKey, { family: familyKey, label: family, category: "sans", faces: [...others, face] });
  }
  return [...families.values()];
}

/** The bytes of an uploaded font, by the file that its family names. Throws `not_found` for any other file. */
export async function loadUserFont(file: string): Promise<Uint8Array> {
  const key = USER_FILE.exec(file)?.[1];
  if (!key) throw new AppError("not_found", `Expected the file of an uploaded font, got ${file}.`);
  return storage().get(key);
}

/** Whether a font file is an uploaded one, to be had from `loadUserFont`. */
export function isUserFont(file: string): boolean {
  return USER_FILE.test(file);
}

/** Whether the file of an uploaded font is in storage and can be read. */
async function isReadable(file: string): Promise<boolean> {
  const key = USER_FILE.exec(file)?.[1];
  return key !== undefined && storage().has(key);
}

export type WorkspaceFonts = {
  /**
   * The families that the workspace has uploaded, at most `FRESH_FOR_MS` old. `wanted` ones are looked for anew, and
   * left out where one of their files cannot be read: the text is better in another font than the picture lost.
   */
  families: (workspaceId: string, wanted?: Iterable<string>) => Promise<FontFamily[]>;
};

export type WorkspaceFontsOptions = {
  read: (workspaceId: string) => Promise<FontRow[]>;
  /** Whether a face's file can be read. Asked once of one that can, now and then of one that cannot. */
  isReadable: (file: string) => Promise<boolean>;
  /** Told each time a file turns out not to be readable. */
  onUnreadable: (file: string) => void;
  now?: () => number;
};

/** How long a workspace's list is used unasked. A face that is added shows in links after this, ms. */
const FRESH_FOR_MS = 3000;

/** How long a family that is not there is not looked for again, ms. */
const MISSING_FOR_MS = 1000;

/** How long a file that cannot be read is not looked for again, ms. */
const UNREADABLE_FOR_MS = 60_000;

type Remembered = { families: FontFamily[]; readAt: number };

/** Remembers workspaces' families. What is remembered serves on while the database is away. */
export function createWorkspaceFonts(options: WorkspaceFontsOptions): WorkspaceFonts {
  const { read, now = Date.now } = options;
  const lists = new LRUCache<string, Remembered>({
    max: 5000,
    fetchMethod: async (workspaceId) => ({ families: familiesOf(await read(workspaceId)), readAt: now() }),
    ignoreFetchAbort: true,
    // What is remembered serves on while neither the database nor what was kept of it can be read.
    noDeleteOnFetchRejection: true,
  });
  const readable = new LRUCache<string, boolean>({
    max: 20_000,
    perf: { now },
    ttlResolution: 0,
    ignoreFetchAbort: true,
    fetchMethod: async (file, _stale, { options: keeping }) => {
      const found = await options.isReadable(file);
      if (!found) {
        options.onUnreadable(file);
        keeping.ttl = UNREADABLE_FOR_MS;
      }
      return found;
    },
  });

  async function isWhole({ faces }: FontFamily): Promise<boolean> {
    const found = await Promise.all(faces.map(({ file }) => readable.fetch(file)));
    return found.every(Boolean);
  }

  async function listOf(workspaceId: string, wanted: readonly string[]): Promise<FontFamily[]> {
    const known = lists.get(workspaceId);
    const names = new Set(known?.families.map(({ family }) => family));
    const isMissing = wanted.some((family) => !names.has(family));
    const keepFor = isMissing ? MISSING_FOR_MS : FRESH_FOR_MS;
    if (known && now() - known.readAt < keepFor) return known.families;
    try {
      const fresh = await lists.fetch(workspaceId, { forceRefresh: true });
      return fresh?.families ?? [];
    } catch (error) {
      if (known) return known.families;
      throw error;
    }
  }

  return {
    async families(workspaceId, wanted = []) {
      const names = [...wanted];
      const list = await listOf(workspaceId, names);
      const asked = list.filter(({ family }) => names.includes(family));
      const whole = await Promise.all(asked.map(isWhole));
      const lost = new Set(asked.filter((_family, index) => !whole[index]));
      return lost.size === 0 ? list : list.filter((family) => !lost.has(family));
    },
  };
}

/** The families that a workspace has uploaded, by the memory of this process. */
export function workspaceFontFamilies(
  workspaceId: string,
  wanted: Iterable<string> = [],
): Promise<FontFamily[]> {
  const fonts = processWide("workspace-fonts", () =>
    createWorkspaceFonts({
      read: pictureReads().fonts,
      isReadable,
      onUnreadable: (file) =>
        log().error({ file }, "an uploaded font cannot be read; texts in it are shown in another"),
    }),
  );
  return fonts.families(workspaceId, wanted);
}
