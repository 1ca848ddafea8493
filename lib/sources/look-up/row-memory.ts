import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/server/process-registry";

/**
 * How long a process goes by what it read of a row, ms. A change of a row ends that at once in the process that makes
 * it, and within this time in every other; a new list has rows of its own, which nobody remembers.
 */
export const REMEMBERED_MS = 5_000;

const MOST_ROWS = 20_000;

/** UTF-16 units of all cells together. */
const MOST_TEXT = 16_000_000;

/** A row on its way, or there: its cells, or null where there is none. */
type Remembered = { row: Promise<string[] | null>; size: number };

/** Rows that were read a moment ago. */
export class RowMemory {
  readonly #rows: LRUCache<string, Remembered>;

  constructor(now: () => number = () => performance.now()) {
    this.#rows = new LRUCache({
      max: MOST_ROWS,
      maxSize: MOST_TEXT,
      sizeCalculation: ({ size }) => size,
      ttl: REMEMBERED_MS,
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** The row as it was read a moment ago, or as it is read now: once, however many ask. What failed is not remembered. */
  async read(place: string, read: () => Promise<string[] | null>): Promise<string[] | null> {
    const known = this.#rows.get(place);
    if (known) return known.row;
    const row = read();
    const reading = { row, size: 1 };
    this.#rows.set(place, reading);
    try {
      const cells = await row;
      // Its size is known now, and its time counts from when it was asked for.
      if (this.#rows.peek(place) === reading) {
        const ttl = Math.max(1, this.#rows.getRemainingTTL(place));
        this.#rows.set(place, { row, size: 1 + sizeOf(cells) }, { ttl });
      }
      return cells;
    } catch (error) {
      if (this.#rows.peek(place) === reading) this.#rows.delete(place);
      throw error;
    }
  }

  forget(place: string): void {
    this.#rows.delete(place);
  }
}

function sizeOf(cells: readonly string[] | null): number {
  return (cells ?? []).reduce((sum, cell) => sum + cell.length, 0);
}

/** The memory of this process, whatever bundle asks. */
export function rowMemory(): RowMemory {
  return processWide("row-memory", () => new RowMemory());
}

/** Where a row is remembered: `hash` is what it was found by. */
export function rowPlace(sourceId: string, filling: number, hash: string): string {
  return `${sourceId} ${filling} ${hash}`;
}
