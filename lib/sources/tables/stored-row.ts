import { createHmac } from "node:crypto";
import { keyFor } from "@/lib/server/derived-key";
import { seal } from "@/lib/server/sealed-secret";
import { rowKeyHash } from "@/lib/server/source-reads";
import { emailDigests, isEmailDigest } from "../look-up/email-digests";
import type { TableConfig } from "../look-up/table-config";

/** A row as it lies in the database: neither what it holds nor what it is found by can be read from it. */
export type StoredRow = { keyHash: string; cells: string; print: string; aliases: string[] };

/** Makes what is stored of a row. `columns` names the cells. */
export function storedRow(
  sourceId: string,
  { keyKind }: Pick<TableConfig, "keyKind">,
  key: string,
  columns: readonly string[],
  cells: readonly string[],
): StoredRow {
  const keyHash = rowKeyHash(sourceId, key);
  return {
    keyHash,
    cells: seal("rows", `${sourceId} ${keyHash}`, JSON.stringify(cells)),
    print: rowPrint(sourceId, columns, cells),
    aliases: keyKind === "email" ? rowAliases(sourceId, key) : [],
  };
}

/** Hashes of the other names by which a row of e-mail addresses is found; a list may have digests itself. */
export function rowAliases(sourceId: string, key: string): string[] {
  const digests = isEmailDigest(key) ? [key] : emailDigests(key);
  return digests.map((digest) => rowKeyHash(sourceId, digest));
}

/** Two rows with the same values have the same print, whatever the order of their columns; empty cells are nothing. */
export function rowPrint(sourceId: string, columns: readonly string[], cells: readonly string[]): string {
  const values = columns
    .map((name, index): [string, string] => [name, cells[index] ?? ""])
    .filter(([, value]) => value !== "")
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return createHmac("sha256", keyFor("row-print"))
    .update(`${sourceId}\0${JSON.stringify(values)}`)
    .digest("base64url")
    .slice(0, 22);
}
