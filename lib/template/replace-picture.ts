import type { Document } from "./schema";
import { withAssets } from "./template-file";

export type ReplacedPicture = {
  document: Document;
  /** Which of the document's pictures were replaced, counted as `withAssets` comes by them; none: the same document. */
  places: number[];
};

/** The document with one uploaded picture in place of another, wherever it stands. */
export function replacePicture(document: Document, from: string, to: string): ReplacedPicture {
  const places: number[] = [];
  let place = -1;
  const next = withAssets(document, (id) => {
    place += 1;
    if (id !== from) return id;
    places.push(place);
    return to;
  });
  return { document: next, places };
}

/** The same back again, in these places alone: another layer may have had the other picture before. */
export function putPictureBack(
  document: Document,
  places: readonly number[],
  from: string,
  to: string,
): Document {
  const wanted = new Set(places);
  let place = -1;
  return withAssets(document, (id) => {
    place += 1;
    return id === to && wanted.has(place) ? from : id;
  });
}
