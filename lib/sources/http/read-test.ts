import { follow } from "../look-up/json-pointer";
import type { Question } from "../look-up/question";
import type { SourceDocument } from "../look-up/read-document";
import { rowKey, rowObject } from "../look-up/read-sheet";
import { type ReadValue, readValue } from "../look-up/read-values";
import type { HttpTest } from "./test-http";
import { valueTree } from "./value-tree";

/** What a test tells of the answer's document: all of it, and each value as a picture would have it. */
export function readTest(
  document: SourceDocument,
  { source: { config } }: Question,
  sample: Readonly<Record<string, string>>,
  hide: (text: string) => string,
): Partial<HttpTest> {
  const { row } = config;
  const sheet = document.kind === "sheet" ? document.sheet : null;
  const at = sheet && row ? sheet.columns.indexOf(row.column.trim()) : -1;
  const sought = row ? rowKey(sample[row.param] ?? "") : "";
  const cells = sheet && (row ? sheet.rows.find((each) => rowKey(each[at] ?? "") === sought) : sheet.rows[0]);
  const json = document.kind === "json" ? document.json : rowObject(sheet?.columns ?? [], cells ?? []);
  return {
    columns: sheet?.columns.filter((name) => name !== "").map(hide) ?? [],
    rowFound: sheet && row ? cells !== undefined : null,
    tree: valueTree(json, hide),
    values: Object.entries(config.values).map(([name, pointer]) => ({
      name,
      pointer,
      read: readHidden(json, pointer, hide),
    })),
  };
}

/** A value as pictures read it, but hidden before it is cut. */
function readHidden(json: unknown, pointer: string, hide: (text: string) => string): ReadValue {
  const found = follow(json, pointer);
  const isPlain = found !== null && found !== undefined && typeof found !== "object";
  const value = readValue(isPlain ? hide(String(found)) : found, "");
  if (value.kind !== "text") return value;
  return { ...value, text: value.text.slice(0, 500).replace(/\p{Cs}/gu, "\ufffd") };
}
