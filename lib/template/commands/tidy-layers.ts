import { boundsOnCanvas, type Point, type Rect } from "../geometry";
import type { Document } from "../schema";
import { topmost } from "../tree";
import { accept } from "./accept";
import { shiftOnCanvas } from "./shift-on-canvas";

type Item = { id: string; box: Rect };
/** A box along one axis. */
type Reach = { start: number; end: number };

const FEWEST = 3;

/**
 * Arranges three or more layers in rows and columns with equal gaps: those that lie beside each other make a row, those
 * under each other a column. The top left corner of all stays. The gaps are as wide as those that are there on average,
 * in whole px, and never less than none. What is tidy stays as it is.
 */
export function tidyLayers(doc: Document, { ids }: { ids: readonly string[] }): Document {
  const items = topmost(doc, ids).map(({ layer }) => ({ id: layer.id, box: boundsOnCanvas(doc, layer) }));
  return items.length < FEWEST ? doc : accept(doc, shiftOnCanvas(doc, tidyShifts(items)));
}

function tidyShifts(items: readonly Item[]): Map<string, Point> {
  const rows = lanes(items, down).map((row) => row.toSorted((a, b) => a.box.x - b.box.x));
  const columns = columnsOf(rows, items);
  const xs = places(columns, across);
  const ys = places(rows, down);
  const shifts = new Map<string, Point>();
  for (const [lane, row] of rows.entries()) {
    for (const { id, box } of row) {
      const column = columns.findIndex((each) => each.some((item) => item.id === id));
      shifts.set(id, {
        x: dustless((xs[column] ?? box.x) - box.x),
        y: dustless((ys[lane] ?? box.y) - box.y),
      });
    }
  }
  return shifts;
}

const across = ({ box }: Item): Reach => ({ start: box.x, end: box.x + box.width });
const down = ({ box }: Item): Reach => ({ start: box.y, end: box.y + box.height });

/** Items in lanes: one belongs to the lane before when half of the smaller of both lies in it. */
function lanes(items: readonly Item[], reach: (item: Item) => Reach): Item[][] {
  const found: { items: Item[]; start: number; end: number }[] = [];
  for (const item of items.toSorted((a, b) => reach(a).start - reach(b).start)) {
    const { start, end } = reach(item);
    const last = found.at(-1);
    const shared = last ? Math.min(last.end, end) - Math.max(last.start, start) : 0;
    if (last && shared >= Math.min(last.end - last.start, end - start) / 2) {
      last.items.push(item);
      last.end = Math.max(last.end, end);
    } else found.push({ items: [item], start, end });
  }
  return found.map((lane) => lane.items);
}

/** Lanes across, unless two of a row would share one: then the first of each row make a column, and so on. */
function columnsOf(rows: readonly Item[][], items: readonly Item[]): Item[][] {
  const columns = lanes(items, across);
  const isGrid = rows.every(
    (row) => new Set(row.map((item) => columns.findIndex((each) => each.includes(item)))).size === row.length,
  );
  if (isGrid) return columns;
  const longest = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => rows.flatMap((row) => row[index] ?? []));
}

/** Where each lane begins once all are as far apart. */
function places(laned: readonly Item[][], reach: (item: Item) => Reach): number[] {
  const extents = laned.map((lane) => {
    const starts = lane.map((item) => reach(item).start);
    return {
      first: Math.min(...starts),
      start: starts.reduce((sum, start) => sum + start, 0) / starts.length,
      length: Math.max(...lane.map((item) => reach(item).end - reach(item).start)),
    };
  });
  const total = extents.slice(1).reduce((sum, { start }, index) => {
    const before = extents[index];
    return before ? sum + start - before.start - before.length : sum;
  }, 0);
  const gap = Math.max(0, Math.round(total / Math.max(1, extents.length - 1)));
  let next = Math.min(...extents.map(({ first }) => first));
  return extents.map(({ length }) => {
    const start = next;
    next += length + gap;
    return start;
  });
}

/** The dust of sums is no reason to move a layer. */
function dustless(shift: number): number {
  return Math.abs(shift) < 1e-3 ? 0 : shift;
}
