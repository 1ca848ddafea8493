import type { Rect } from "@/lib/template/geometry";

/** A run that is drawn as one sheet may cover so many times the area that its pictures have. */
const LOOSEST = 2;
/** Pictures that make a sheet worth its area, however loose. */
const MANY = 24;

export type StillRun = {
  /** Places in the list, the last one included. */ first: number;
  last: number;
  area: Rect;
};

/**
 * Neighbours in the order of painting that stand still together, where drawing them as one picture saves more than its
 * empty parts cost. `boxes` are where each may leave ink, clipped to `stage`; null for what moves.
 */
export function stillRuns(boxes: readonly (Rect | null)[], stage: Rect): StillRun[] {
  const runs: StillRun[] = [];
  let start = 0;
  for (let end = 0; end <= boxes.length; end += 1) {
    if (end < boxes.length && boxes[end]) continue;
    const run = runOf(boxes, start, end - 1, stage);
    if (run) runs.push(run);
    start = end + 1;
  }
  return runs;
}

function runOf(boxes: readonly (Rect | null)[], first: number, last: number, stage: Rect): StillRun | null {
  if (last <= first) return null;
  let [left, top, right, bottom, filled] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0, 0];
  for (const box of boxes.slice(first, last + 1)) {
    if (!box) continue;
    const [x, y] = [Math.max(stage.x, box.x), Math.max(stage.y, box.y)];
    const [endX, endY] = [
      Math.min(stage.x + stage.width, box.x + box.width),
      Math.min(stage.y + stage.height, box.y + box.height),
    ];
    if (endX <= x || endY <= y) continue;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, endX);
    bottom = Math.max(bottom, endY);
    filled += (endX - x) * (endY - y);
  }
  if (filled === 0) return null;
  const area = { x: Math.floor(left), y: Math.floor(top), width: 0, height: 0 };
  area.width = Math.ceil(right) - area.x;
  area.height = Math.ceil(bottom) - area.y;
  const isWorth = last - first + 1 >= MANY || area.width * area.height <= filled * LOOSEST;
  return isWorth ? { first, last, area } : null;
}
