import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

/** Parts of the benchmark, each with figures of its own. */
const PARTS = ["pictures", "http", "editor", "rows", "batches"] as const;
type Part = (typeof PARTS)[number];

const FILE = "bench/results.json";

/** Writes one part's figures into the results, beside those of the other parts. */
export function keepResults(part: Part, figures: object): void {
  const before: unknown = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  const others = typeof before === "object" && before !== null ? before : {};
  const machine = { node: process.version, cores: cpus().length };
  const kept = Object.fromEntries(
    Object.entries(others).filter(([name]) => PARTS.some((each) => each === name)),
  );
  writeFileSync(FILE, `${JSON.stringify({ ...kept, [part]: { ...machine, ...figures } }, null, 2)}\n`);
}
