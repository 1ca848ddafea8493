import { type Document, documentSchema, type Layer } from "@/lib/template/schema";
import { walkLayers } from "@/lib/template/tree";
import type { Eyes } from "./eyes";
import type { RowName, Severity } from "./finding";
import { isLikely, opacityOf, type SeenLayer, type Situation, situationOf } from "./judged-rows";
import type { Pace } from "./pace";

/** A document that is being looked at, with every row in place. */
export type Judging = { document: Document; situations: readonly Situation[]; eyes: Eyes; pace: Pace };

/** A layer where it shows with a row. */
export type Sighting = { situation: Situation; seen: SeenLayer };

/** Less than this share of a layer's colours is nothing that anybody should see. */
const FAINT = 0.05;

/** Every layer, back to front, with the pointer to it and the rows it shows with. */
export function* sightings(
  { document, situations }: Judging,
  wanted: (layer: Layer) => boolean,
): Generator<{ layer: Layer; pointer: string; shown: Sighting[] }> {
  for (const { layer, pointer } of walkLayers(document.layers)) {
    if (!wanted(layer)) continue;
    const shown = situations.flatMap((situation): Sighting[] => {
      const seen = situation.seen.get(layer.id);
      return seen && opacityOf(seen) > FAINT ? [{ situation, seen }] : [];
    });
    yield { layer, pointer, shown };
  }
}

/** How many canvas px are one px of the picture as it is shown. */
export function shownScale({ displayWidth, width }: Pick<Document, "displayWidth" | "width">): number {
  return displayWidth / width;
}

/** The severity where it may happen; a note where only the stress set brings it about. */
export function likely(severity: Severity, where: readonly Situation[]): Severity {
  return where.some(({ row }) => isLikely(row)) ? severity : "info";
}

/** The rows where something shows; none where it shows with all of them, and values have nothing to do with it. */
export function rowsWhere(where: readonly Situation[], all: readonly unknown[]): RowName[] {
  return where.length === all.length ? [] : where.map(({ row: { name, view } }) => ({ name, view }));
}

/** Most rows that a way out is tried with. */
const TRIED = 30;

/**
 * Whether a change helps: it gives another, valid document in which `isFine` holds of the layer with each of these
 * rows. A layer that shows no more is fine.
 */
export async function helps(
  judging: Judging,
  change: (document: Document) => Document,
  layerId: string,
  where: readonly Situation[],
  isFine: (seen: SeenLayer, situation: Situation, document: Document) => boolean | Promise<boolean>,
): Promise<boolean> {
  const { document, eyes, pace } = judging;
  const after = change(document);
  if (after === document || !documentSchema.safeParse(after).success) return false;
  for (const { row } of where.slice(0, TRIED)) {
    await pace.breathe();
    const situation = situationOf(after, row, eyes.now);
    const seen = situation.seen.get(layerId);
    if (seen && !(await isFine(seen, situation, after))) return false;
  }
  return true;
}

/** The first of these changes that helps. */
export async function firstThatHelps<Change>(
  changes: readonly Change[],
  tried: (change: Change) => Promise<boolean>,
): Promise<Change | null> {
  for (const change of changes) if (await tried(change)) return change;
  return null;
}
