import { deflateSync, inflateSync } from "node:zlib";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { sealBytes, unsealBytes } from "@/lib/server/sealed-secret";

/** A row of a list as it lies in a batch. */
export type PartRow = {
  cells: string[];
  /** Whether a person left it out: it gets no picture. */
  leftOut: boolean;
};

/** Short names: there are many of them. */
const stored = z.array(z.object({ c: z.array(z.string()), o: z.literal(1).optional() }));

/** Rows as the database keeps them: compressed, then encrypted, for they name people. */
export function sealPart(batchId: string, index: number, rows: readonly PartRow[]): Buffer<ArrayBuffer> {
  const short = rows.map(({ cells, leftOut }): z.infer<typeof stored>[number] => ({
    c: cells,
    ...(leftOut ? { o: 1 } : {}),
  }));
  return sealBytes("rows", ownerOf(batchId, index), deflateSync(JSON.stringify(short)));
}

/** Opens what `sealPart` made. @throws AppError `gone` when NEXTAUTH_SECRET is another than it was then */
export function openPart(batchId: string, index: number, sealed: Uint8Array): PartRow[] {
  const plain = unsealBytes("rows", ownerOf(batchId, index), sealed);
  if (plain === null) {
    throw new AppError(
      "gone",
      "The rows of this batch were kept under another NEXTAUTH_SECRET and cannot be read. Make it anew from its list.",
    );
  }
  const rows = stored.parse(JSON.parse(inflateSync(plain).toString("utf8")));
  return rows.map(({ c, o }) => ({ cells: c, leftOut: o === 1 }));
}

/** A part opens in its own place only. */
function ownerOf(batchId: string, index: number): string {
  return `${batchId} ${index}`;
}
