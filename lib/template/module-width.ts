/** Width of a code's modules, px: whole px where there is room for that, so that they are sharp. */
export function moduleWidth(exact: number): number {
  return exact >= 1 ? Math.floor(exact) : exact;
}
