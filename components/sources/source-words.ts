import type { KeyKind, SourceItem } from "../api/sources";

export const KEY_KIND_LABELS: Readonly<Record<KeyKind, string>> = {
  plain: "As it is",
  email: "E-mail address",
};

export const KEY_KIND_NOTES: Readonly<Record<KeyKind, string>> = {
  plain: "The address carries the value itself. Upper and lower case are the same.",
  email: "The address carries the e-mail address, or its MD5, SHA-1 or SHA-256 digest as senders make it.",
};

/** Such as `1,204 rows`. */
export function countWords(count: number, one: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : `${one}s`}`;
}

/** What a list says of data: how much it is, and what uses it. */
export function sourceWords({ kind, rows, columns, links }: SourceItem): string {
  const size = kind === "table" ? [countWords(rows, "row")] : [];
  const uses = links === 0 ? "used by no link" : `used by ${countWords(links, "link")}`;
  return [...size, countWords(columns.length, kind === "table" ? "column" : "value"), uses].join(" · ");
}
