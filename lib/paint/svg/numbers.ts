/** A length for an SVG attribute: px with at most three decimals, written the same by every engine. */
export function px(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
