import type { CountdownLayer } from "./layers/countdown";
import type { Document } from "./schema";
import { walkLayers } from "./tree";

/** The countdowns of a document, in groups too. */
export function countdownsOf({ layers }: Pick<Document, "layers">): CountdownLayer[] {
  return Array.from(walkLayers(layers)).flatMap(({ layer }) => (layer.type === "countdown" ? [layer] : []));
}

/** Whether anything in it counts from when a recipient first opens it. */
export function countsFromOpen(document: Pick<Document, "layers">): boolean {
  return countdownsOf(document).some(({ counts }) => counts === "from_open");
}
