import { z } from "zod";
import {
  type AssetRow,
  type FontRow,
  type LinkRow,
  readAsset,
  readFonts,
  readLink,
  readLinkPointer,
} from "@/lib/server/picture-reads";
import type { Keep } from "./keep";
import type { LinkReads } from "./link-cache";
import { within } from "./within";

/** How long the database is waited for before what is kept is used, ms. */
const PATIENCE_MS = 1_000;

const linkRow: z.ZodType<LinkRow> = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("live"),
    workspaceId: z.string(),
    versionId: z.string(),
    document: z.unknown(),
    allowedImageHosts: z.array(z.string()),
  }),
  z.object({ state: z.literal("unpublished"), workspaceId: z.string() }),
  z.object({
    state: z.literal("deleted"),
    workspaceId: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
  }),
]);

const assetRow: z.ZodType<AssetRow> = z.object({
  storageKey: z.string(),
  contentType: z.string(),
  width: z.number(),
  height: z.number(),
  sha256: z.string(),
});

const fontRows: z.ZodType<FontRow[]> = z.array(
  z.object({
    familyKey: z.string(),
    family: z.string(),
    weight: z.number(),
    italic: z.boolean(),
    storageKey: z.string(),
    deleted: z.boolean(),
  }),
);

/** The reads of the picture path, each of which keeps what it got for the time when the database does not answer. */
export type KeptReads = {
  links: LinkReads;
  asset: (workspaceId: string, assetId: string) => Promise<AssetRow | null>;
  fonts: (workspaceId: string) => Promise<FontRow[]>;
};

export function createKeptReads(keep: Keep): KeptReads {
  async function kept<T>(name: string, schema: z.ZodType<T>): Promise<T | null> {
    const parsed = schema.safeParse(await keep.get(name));
    return parsed.success ? parsed.data : null;
  }

  /** What the database says, else what it said last. Rejects when there is neither. */
  async function readOr<T>(
    name: string,
    schema: z.ZodType<T>,
    read: () => Promise<T | null>,
  ): Promise<T | null> {
    const reading = read();
    const answer = await within(
      reading.then((row) => ({ row })),
      PATIENCE_MS,
    );
    if (answer) {
      if (answer.row === null) keep.remove(name);
      else keep.put(name, answer.row);
      return answer.row;
    }
    return (await kept(name, schema)) ?? reading;
  }

  return {
    links: {
      pointer: readLinkPointer,
      async link(key) {
        const row = await readLink(key);
        if (row) keep.put(`link:${key}`, row);
        else keep.remove(`link:${key}`);
        return row;
      },
      kept: (key) => kept(`link:${key}`, linkRow),
    },
    asset: (workspaceId, assetId) =>
      readOr(`asset:${workspaceId}/${assetId}`, assetRow, () => readAsset(workspaceId, assetId)),
    fonts: async (workspaceId) =>
      (await readOr(`fonts:${workspaceId}`, fontRows, () => readFonts(workspaceId))) ?? [],
  };
}
