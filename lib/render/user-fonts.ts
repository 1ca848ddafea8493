import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors";
import type { FontFamily } from "@/lib/paint/font-catalogue";
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

export type WorkspaceFonts = {
  /** The families that the workspace has uploaded, at most `FRESH_FOR_MS` old. `wanted` ones are looked for anew. */
  families: (workspaceId: string, wanted?: Iterable<string>) => Promise<FontFamily[]>;
};

/** How long a workspace's list is used unasked. A face that is added shows in links after this, ms. */
const FRESH_FOR_MS = 3000;

/** How long a family that is not there is not looked for again, ms. */
const MISSING_FOR_MS = 1000;

type Remembered = { families: FontFamily[]; readAt: number };

/** Remembers workspaces' families. What is remembered serves on while the database is away. */
export function createWorkspaceFonts(
  read: (workspaceId: string) => Promise<FontRow[]>,
  now: () => number = Date.now,
): WorkspaceFonts {
  const lists = new LRUCache<string, Remembered>({
    max: 5000,
    fetchMethod: async (workspaceId) => ({ families: familiesOf(await read(workspaceId)), readAt: now() }),
    ignoreFetchAbort: true,
    // What is remembered serves on while neither the database nor what was kept of it can be read.
    noDeleteOnFetchRejection: true,
  });
  return {
    async families(workspaceId, wanted = []) {
      const known = lists.get(workspaceId);
      const names = new Set(known?.families.map(({ family }) => family));
      const isMissing = [...wanted].some((family) => !names.has(family));
      const keepFor = isMissing ? MISSING_FOR_MS : FRESH_FOR_MS;
      if (known && now() - known.readAt < keepFor) return known.families;
      try {
        const fresh = await lists.fetch(workspaceId, { forceRefresh: true });
        return fresh?.families ?? [];
      } catch (error) {
        if (known) return known.families;
        throw error;
      }
    },
  };
}

/** The families that a workspace has uploaded, by the memory of this process. */
export function workspaceFontFamilies(
  workspaceId: string,
  wanted: Iterable<string> = [],
): Promise<FontFamily[]> {
  const fonts = processWide("workspace-fonts", () => createWorkspaceFonts(pictureReads().fonts));
  return fonts.families(workspaceId, wanted);
}
