import { type CheckReport, ROW_PROBLEMS, type RowProblem, type RowProblemKind } from "./check-report";
import type { KnownRow } from "./row-samples";

/** Rows that a report names for each problem. */
const FIRST_ROWS = 20;
const WORST = 12;

/** How much each problem counts when rows are put in order: one that spoils a picture outweighs all blemishes. */
const WEIGHTS: Record<RowProblemKind, number> = {
  picture: 60,
  too_long: 50,
  type: 40,
  tag: 30,
  blank: 20,
  email: 12,
  unlike: 12,
  duplicate_row: 10,
  duplicate_email: 8,
  upper: 4,
  lower: 4,
  spaces: 1,
};

type Bad = { row: number; problems: RowProblem[]; weight: number };

/** Counts problems by kind and column, and keeps the first rows of each and the worst rows of all. */
export class ProblemTally {
  readonly #counts = new Map<string, CheckReport["problems"][number]>();
  #worst: Bad[] = [];

  count(row: number, { kind, column }: RowProblem): void {
    this.#add({ kind, column, count: 1, sampled: false, rows: [row] });
  }

  /** Counts a problem that is known when its column has ended. */
  countColumn(kind: RowProblemKind, column: number, count: number, rows: number[]): void {
    if (count > 0) this.#add({ kind, column, count, sampled: false, rows });
  }

  /** A problem of a row that was tried in place of all; true where nothing was known of the row. */
  countTried(known: KnownRow, problem: RowProblem): boolean {
    const { kind, column } = problem;
    this.#add({ kind, column, count: 1, sampled: true, rows: [known.row] });
    const wasClean = known.problems.length === 0;
    known.problems.push(problem);
    this.rank(known.row, known.problems);
    return wasClean;
  }

  #add(more: CheckReport["problems"][number]): void {
    const key = `${more.kind} ${more.column}`;
    const counted = this.#counts.get(key) ?? { ...more, count: 0, rows: [] };
    this.#counts.set(key, counted);
    counted.count += more.count;
    counted.rows = [...counted.rows, ...more.rows].sort((a, b) => a - b).slice(0, FIRST_ROWS);
  }

  /** Considers a row for the worst ones; again, when more is known of it. */
  rank(row: number, problems: RowProblem[]): void {
    if (problems.length === 0) return;
    const weight = problems.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
    const last = this.#worst.at(-1);
    if (this.#worst.length === WORST && last && weight <= last.weight) return;
    const others = this.#worst.filter((bad) => bad.row !== row);
    this.#worst = [...others, { row, problems, weight }]
      .sort((a, b) => b.weight - a.weight || a.row - b.row)
      .slice(0, WORST);
  }

  problems(): CheckReport["problems"] {
    const order = ({ kind }: { kind: RowProblemKind }) => ROW_PROBLEMS.indexOf(kind);
    return [...this.#counts.values()].sort((a, b) => order(a) - order(b) || b.count - a.count);
  }

  worst(): CheckReport["worst"] {
    return this.#worst.map(({ row, problems }) => ({ row, problems }));
  }
}
