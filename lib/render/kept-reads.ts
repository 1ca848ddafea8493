import { z } from "zod";
import {
  type AssetRow,
  assetRow,
  type FontRow,
  fontRow,
  type LinkRow,
  linkRow,
  readAsset,
  readAssets,
  readFonts,
  readLink,
  readLinkPointer,
} from "@/lib/server/picture-reads";
import type { Keep } from "./keep";
import type { LinkReads } from "./link-cache";
import { namedUploads } from "./named-uploads";
import { within } from "./within";

/** How long the database is waited for before what is kept is used, ms. */
const PATIENCE_MS = 1_000;

const fontRows = z.array(fontRow);

/** The reads of the picture path, each of which keeps what it got for the time when the database does not answer. */
export type KeptReads = {
  links: LinkReads;
  asset: (workspaceId: string, assetId: string) => Promise<AssetRow | null>;
  fonts: (workspaceId: string) => Promise<FontRow[]>;
};

/** The reads over a keep. With a link, all that its document may show is kept, though nobody has asked for it yet. */
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
      keepOr(name, answer.row);
      return answer.row;
    }
    return (await kept(name, schema)) ?? reading;
  }

  /** Keeps what the database said; where it said that there is nothing, that. */
  function keepOr(name: string, row: unknown): void {
    void (row === null ? keep.remove(name) : keep.put(name, row));
  }

  const linkName = (key: string) => `link:${key}`;
  const assetName = (workspaceId: string, assetId: string) => `asset:${workspaceId}/${assetId}`;

  async function fonts(workspaceId: string): Promise<FontRow[]> {
    return (await readOr(`fonts:${workspaceId}`, fontRows, () => readFonts(workspaceId))) ?? [];
  }

  async function keepShown(row: LinkRow | null): Promise<void> {
    if (row?.state !== "live") return;
    const { assets, ownFonts } = namedUploads(row.document);
    if (ownFonts) await fonts(row.workspaceId);
    if (assets.size === 0) return;
    const rows = await readAssets(row.workspaceId, [...assets]);
    for (const [id, asset] of rows) keepOr(assetName(row.workspaceId, id), asset);
  }

  return {
    links: {
      async pointer(key) {
        const pointer = await readLinkPointer(key);
        // Nobody reads a link any more that has no pointer.
        if (pointer === null) keepOr(linkName(key), null);
        return pointer;
      },
      async link(key) {
        const row = await readLink(key);
        keepOr(linkName(key), row);
        // What cannot be read now is read, and kept, when it is shown.
        keepShown(row).catch(() => undefined);
        return row;
      },
      kept: (key) => kept(linkName(key), linkRow),
    },
    asset: (workspaceId, assetId) =>
      readOr(assetName(workspaceId, assetId), assetRow, () => readAsset(workspaceId, assetId)),
    fonts,
  };
}
