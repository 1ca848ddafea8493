import type { RowProblem, RowProblemKind } from "@/lib/editor/contact/row-problems";

const WORDS: Record<RowProblemKind, (count: number) => string> = {
  overflow: (count) => `${count} ${count === 1 ? "overflows" : "overflow"}`,
  cut: (count) => `${count} cut short`,
  small: (count) => `${count} too small`,
  contrast: (count) => `${count} too faint`,
  picture: (count) => `${count} ${count === 1 ? "picture" : "pictures"} not loaded`,
  fallback: (count) => `${count} without a value`,
  hidden: (count) => `${count} hidden`,
};

/** What a row's problems are in a few words, by kind, the gravest first: "1 overflows, 2 hidden". */
export function problemWords(problems: readonly RowProblem[]): string {
  return (["overflow", "small", "cut", "contrast", "picture", "hidden", "fallback"] as const)
    .map((kind) => ({ kind, count: problems.filter((problem) => problem.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => WORDS[kind](count))
    .join(", ");
}
