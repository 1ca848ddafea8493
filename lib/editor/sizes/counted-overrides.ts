/** What of a size is its own, as it is said: "3 properties of its own". */
export function countedOverrides(overrides: number): string {
  return overrides === 1 ? "1 property of its own" : `${overrides} properties of its own`;
}
