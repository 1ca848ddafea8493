import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Painter } from "@/lib/paint/painter";
import { bytesOfChange, type Change } from "./change-of";
import type { Shot } from "./paint-moving";

/** Memory of one painter for changes, bytes: two or three pictures that are asked for every second. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** `null`: the two shots look the same. */
type Kept = { change: Change | null };

export type KeptChanges = {
  /** What changes from the shot before to this one, by its place; undefined: not known. */
  get: (index: number) => Change | null | undefined;
  keep: (index: number, change: Change | null) => void;
};

const painters = new WeakMap<Painter, LRUCache<string, Kept>>();

/**
 * What changed from one moment to the next in pictures that a painter made: the next second's picture has all but one of
 * the changes of the one before. `name` tells apart plates, fonts and pictures; null: nothing is kept.
 */
export function keptChanges(painter: Painter, name: string | null, shots: readonly Shot[]): KeptChanges {
  if (name === null) return { get: () => undefined, keep: () => undefined };
  const known =
    painters.get(painter) ??
    new LRUCache<string, Kept>({
      maxSize: KEPT_BYTES,
      sizeCalculation: ({ change }) => 500 + (change ? bytesOfChange(change) : 0),
    });
  painters.set(painter, known);
  const looks = shots.map(({ slots }) => createHash("sha256").update(JSON.stringify(slots)).digest("base64"));
  const keyOf = (index: number) => `${name} ${looks[index - 1]} ${looks[index]}`;
  return {
    get: (index) => known.get(keyOf(index))?.change,
    keep: (index, change) => void known.set(keyOf(index), { change }),
  };
}
