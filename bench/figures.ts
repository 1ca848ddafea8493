/** The value that a share of the others does not exceed, 0 to 1; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A number with so many decimals, or a dash where there is none. */
export function decimals(value: number | null, count: number): string {
  return value === null || !Number.isFinite(value) ? "-" : value.toFixed(count);
}

/** Prints rows under their heads, names to the left and everything else to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  console.log(line(heads));
  for (const row of rows) console.log(line(row));
}

/** A target and what was measured against it. */
export type Target = { name: string; wanted: string; measured: string; met: boolean };

export function printTargets(targets: readonly Target[]): void {
  printTable(
    ["target", "wanted", "measured", ""],
    targets.map(({ name, wanted, measured, met }) => [name, wanted, measured, met ? "met" : "NOT MET"]),
  );
}
