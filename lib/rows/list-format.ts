import { AppError } from "@/lib/errors";

/** Beginnings of files that hold no list, as Latin-1, and what to do about each. */
const OTHERS: readonly (readonly [beginnings: string[], what: string])[] = [
  [
    ["\xd0\xcf\x11\xe0"],
    "an Excel file of the old kind (.xls) or one with a password. Save it as .xlsx without a password, or as “CSV UTF-8”",
  ],
  [["%PDF"], "a PDF. Save the list as a spreadsheet or as CSV"],
  [["\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF"], "a picture. Choose the file of the list"],
  [["\x1f\x8b", "BZh", "Rar!", "7z\xbc"], "a packed file. Unpack it first"],
];
const MARKUP = /^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table)/i;

/** What a list is, from its first bytes and the ending of its name; ends with a sentence for what holds no list. */
export function listFormat(first: Uint8Array, name: string): "csv" | "xlsx" | "json" {
  const beginning = Buffer.from(first.subarray(0, 512)).toString("latin1");
  const other = OTHERS.find(([starts]) => starts.some((start) => beginning.startsWith(start)));
  if (other) throw noList(other[1]);
  if (MARKUP.test(beginning)) throw noList("a web page or XML. Save the list as .xlsx or as “CSV UTF-8”");
  if (beginning.startsWith("PK\x03\x04")) return "xlsx";
  if (/\.(json|jsonl|ndjson)$/i.test(name)) return "json";
  const text = beginning.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, "").replaceAll("\0", "");
  return /^\s*(\[\s*(\{\s*["}]|\]\s*$)|\{\s*["}]\s*)/.test(text) ? "json" : "csv";
}

function noList(got: string): AppError {
  return new AppError("unsupported_type", `Expected a list as CSV, Excel (.xlsx) or JSON, got ${got}.`);
}
