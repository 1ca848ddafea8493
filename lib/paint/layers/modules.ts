/** Side of a code's modules, px: whole pixels where there is room for that, so that they are sharp. */
export function moduleSize(exact: number): number {
  return exact >= 1 ? Math.floor(exact) : exact;
}

/** Where so many modules begin that stand in the middle of a side, px; on a whole pixel if they have whole sizes. */
export function moduleStart(side: number, modules: number, size: number): number {
  const offset = (side - modules * size) / 2;
  return size >= 1 ? Math.round(offset) : offset;
}
