import type { Document } from "./schema";

/** Names of properties that may hold the id of a picture: a source, a replacement, what a rule sets. */
const HOLDERS: ReadonlySet<string> = new Set(["assetId", "replacement", "value"]);

export type ReplacedPicture = {
  document: Document;
  /** JSON pointers of the places that were changed; none: the same document. */
  paths: string[];
};

/** The document with one uploaded picture in place of another, wherever it stands. */
export function replacePicture(document: Document, from: string, to: string): ReplacedPicture {
  const paths: string[] = [];
  const layers = replaced(document.layers, "/layers", "", (value, path, name) => {
    if (value !== from || !HOLDERS.has(name)) return value;
    paths.push(path);
    return to;
  });
  return { document: paths.length === 0 ? document : { ...document, layers }, paths };
}

/** The same back again, in these places alone: another layer may have had the other picture before. */
export function putPictureBack(
  document: Document,
  paths: readonly string[],
  from: string,
  to: string,
): Document {
  const wanted = new Set(paths);
  const layers = replaced(document.layers, "/layers", "", (value, path, name) =>
    value === to && HOLDERS.has(name) && wanted.has(path) ? from : value,
  );
  return { ...document, layers };
}

type Change = (text: string, path: string, name: string) => string;

/** A copy of plain data with its texts changed one by one. */
function replaced<T>(value: T, path: string, name: string, change: Change): T;
function replaced(value: unknown, path: string, name: string, change: Change): unknown {
  if (typeof value === "string") return change(value, path, name);
  if (Array.isArray(value))
    return value.map((item, index) => replaced(item, `${path}/${index}`, name, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaced(item, `${path}/${key}`, key, change)]),
  );
}
