import { readRows } from "../read-rows";
import type { ListOptions } from "../row-list";

/** Bytes in pieces of one size, as a network might cut them. */
export async function* inPieces(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All of a list at once, for lists of a few rows. */
export async function listOf(bytes: Uint8Array | string, options: ListOptions & { size?: number } = {}) {
  const all = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  const list = await readRows(inPieces(all, options.size), options);
  const rows: string[][] = [];
  for await (const cells of list.rows) rows.push(cells);
  const { format, encoding, delimiter } = list;
  return { format, encoding, delimiter, columns: [...list.columns], rows, notes: list.notes() };
}
