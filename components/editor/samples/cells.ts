/** Places in the table of sample values. Column 0 is the row's name, the others are fields in their order. */

export type Cell = { row: number; column: number };

/** A rectangle of cells, its ends included. */
export type Block = { top: number; bottom: number; left: number; right: number };

export type GridSize = { rows: number; columns: number };

export function blockOf(anchor: Cell, active: Cell): Block {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function isInside({ top, bottom, left, right }: Block, { row, column }: Cell): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function clampCell({ row, column }: Cell, { rows, columns }: GridSize): Cell {
  const within = (at: number, count: number) => Math.min(Math.max(0, at), Math.max(0, count - 1));
  return { row: within(row, rows), column: within(column, columns) };
}

/** Rows that Page up and Page down pass. */
const PAGE = 10;

/**
 * Where a key takes the active cell: arrows by one or, with Ctrl or Command, to the edge; Home and End along the row,
 * or to the corners; pages. null for other keys.
 */
export function cellForKey(key: string, at: Cell, size: GridSize, toEdge: boolean): Cell | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (row: number, column: number) => clampCell({ row, column }, size);
  switch (key) {
    case "ArrowUp":
      return to(toEdge ? 0 : at.row - 1, at.column);
    case "ArrowDown":
      return to(toEdge ? last.row : at.row + 1, at.column);
    case "ArrowLeft":
      return to(at.row, toEdge ? 0 : at.column - 1);
    case "ArrowRight":
      return to(at.row, toEdge ? last.column : at.column + 1);
    case "Home":
      return to(toEdge ? 0 : at.row, 0);
    case "End":
      return to(toEdge ? last.row : at.row, last.column);
    case "PageUp":
      return to(at.row - PAGE, at.column);
    case "PageDown":
      return to(at.row + PAGE, at.column);
    default:
      return null;
  }
}

/** The next cell for Tab, on to the next row at the end of one; null behind the last and before the first cell. */
export function cellForTab(at: Cell, by: 1 | -1, { rows, columns }: GridSize): Cell | null {
  const place = at.row * columns + at.column + by;
  if (place < 0 || place >= rows * columns) return null;
  return { row: Math.floor(place / columns), column: place % columns };
}
