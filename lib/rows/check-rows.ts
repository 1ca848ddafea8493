import type { Field } from "@/lib/template/field";
import type { CheckReport, RowProblem } from "./check-report";
import {
  type CheckedColumn,
  cellProblems,
  checkedColumn,
  cleanedCell,
  isLikeColumn,
  mendingCleanUps,
} from "./checked-column";
import { CLEAN_UPS, type CleanUp, type CleanUpKind } from "./clean-up";
import { LookAlikes } from "./look-alikes";
import type { RowMapping } from "./mapping";
import { ProblemTally } from "./problem-tally";
import { type KnownRow, LongestValues, type SampledRow, SomeAddresses } from "./row-samples";
import { rowValues } from "./row-values";

export type CheckPlan = {
  columns: readonly string[];
  fields: readonly Field[];
  mapping: RowMapping;
  cleanUps: readonly CleanUp[];
};

/** What only a painter and a loader of pictures know; each is asked of a bounded number of rows, whatever the list. */
export type CheckAids = {
  /** Keys of the fields whose values make a text too long for its layer. */
  overflows?: (values: Record<string, string>) => string[] | Promise<string[]>;
  /** Whether a picture loads. */
  loads?: (address: string) => Promise<boolean>;
};

/** Of a column's texts, at most this share may be unlike the others to be pointed out; else the column is about something else. */
const FEW = 0.2;
/** Rows in a row whose long values fit, after which shorter ones are not tried. */
const ENOUGH_FIT = 3;
const AT_ONCE = 4;
const NAMED_ROWS = 20;

/**
 * Checks a list row by row, in memory that does not grow with it but for a number a row, by which look-alikes are found.
 */
export class RowChecker {
  readonly #columns: CheckedColumn[];
  readonly #tally = new ProblemTally();
  readonly #rows = new LookAlikes();
  readonly #emails: Map<number, LookAlikes>;
  readonly #pictures: Map<number, SomeAddresses>;
  readonly #likeness: Map<number, { like: number; unlike: number; rows: number[] }>;
  readonly #mending = new Map<string, CleanUp & { cells: number }>();
  readonly #longest = new LongestValues();
  #checked = 0;
  #withProblems = 0;

  constructor(private readonly plan: CheckPlan) {
    this.#columns = columnsOf(plan);
    const of = <Held>(wanted: (column: CheckedColumn) => boolean, make: () => Held) =>
      new Map(this.#columns.filter(wanted).map(({ index }) => [index, make()]));
    this.#emails = of(
      ({ kind }) => kind === "email",
      () => new LookAlikes(),
    );
    this.#pictures = of(
      ({ fields }) => fields.some(({ type }) => type === "image"),
      () => new SomeAddresses(),
    );
    this.#likeness = of(
      (column) => isLikeColumn("", column) !== null,
      () => ({ like: 0, unlike: 0, rows: [] }),
    );
  }

  /** What is wrong with a row as it stands, whatever the others hold. */
  problemsOf(cells: readonly string[]): RowProblem[] {
    return this.#columns.flatMap((column) => {
      const cell = cleanedCell(cells[column.index] ?? "", column);
      return cellProblems(cell, column).map((kind): RowProblem => ({ kind, column: column.index }));
    });
  }

  /** `row`: its number, from 1. */
  add(row: number, cells: readonly string[]): void {
    this.#checked += 1;
    const problems: RowProblem[] = [];
    const addresses: [column: number, address: string][] = [];
    for (const column of this.#columns) {
      const { index } = column;
      const cell = cleanedCell(cells[index] ?? "", column);
      const kinds = cellProblems(cell, column);
      for (const kind of kinds) problems.push({ kind, column: index });
      for (const kind of mendingCleanUps(cell, kinds, column)) this.#countMending(index, kind);
      const isMissing = kinds.includes("blank") || kinds.includes("tag") || cell.trim() === "";
      if (isMissing) continue;
      const first = this.#emails.get(index)?.firstOf(cell, row) ?? null;
      if (first !== null) problems.push({ kind: "duplicate_email", column: index, of: first });
      if (!kinds.includes("type")) addresses.push([index, cell.trim()]);
      this.#countLikeness(row, cell, column);
    }
    const first = this.#rows.firstOf(cells.join("\n"), row);
    if (first !== null) problems.push({ kind: "duplicate_row", column: null, of: first });
    for (const problem of problems) this.#tally.count(row, problem);
    this.#tally.rank(row, problems);
    if (problems.length > 0) this.#withProblems += 1;
    const { fields, mapping, cleanUps } = this.plan;
    const known = { row, problems };
    for (const [column, address] of addresses) this.#pictures.get(column)?.add(known, address);
    this.#longest.add(known, rowValues(cells, fields, mapping, cleanUps));
  }

  /** The report, when all rows have been added. */
  async finish({ overflows, loads }: CheckAids = {}): Promise<CheckReport> {
    for (const [index, { like, unlike, rows }] of this.#likeness) {
      if (unlike > (like + unlike) * FEW) continue;
      this.#tally.countColumn("unlike", index, unlike, rows);
    }
    if (overflows) await this.#findOverflows(overflows);
    if (loads) await this.#findLostPictures(loads);
    return {
      rows: this.#checked,
      rowsWithProblems: this.#withProblems,
      problems: this.#tally.problems(),
      worst: this.#tally.worst(),
      cleanUps: [...this.#mending.values()].sort(
        (a, b) => b.cells - a.cells || a.column - b.column || byKind(a, b),
      ),
      unmapped: this.plan.fields
        .map(({ key }) => key)
        .filter((key) => columnOf(this.plan.mapping, key) === null),
    };
  }

  #countMending(column: number, kind: CleanUpKind): void {
    const key = `${column} ${kind}`;
    const mending = this.#mending.get(key) ?? { column, kind, cells: 0 };
    this.#mending.set(key, mending);
    mending.cells += 1;
  }

  #countLikeness(row: number, cell: string, column: CheckedColumn): void {
    const likeness = this.#likeness.get(column.index);
    if (!likeness) return;
    if (isLikeColumn(cell, column)) likeness.like += 1;
    else {
      likeness.unlike += 1;
      if (likeness.rows.length < NAMED_ROWS) likeness.rows.push(row);
    }
  }

  async #findOverflows(overflows: NonNullable<CheckAids["overflows"]>): Promise<void> {
    const keysOf = new Map<SampledRow, Set<string>>();
    for (const [key, samples] of this.#longest.samples()) {
      const column = columnOf(this.plan.mapping, key);
      let fit = 0;
      for (const sample of samples) {
        if (column === null || fit === ENOUGH_FIT) break;
        const keys = keysOf.get(sample) ?? new Set(await overflows(sample.values));
        keysOf.set(sample, keys);
        fit = keys.has(key) ? 0 : fit + 1;
        if (keys.has(key)) this.#found(sample, { kind: "too_long", column });
      }
    }
  }

  async #findLostPictures(loads: NonNullable<CheckAids["loads"]>): Promise<void> {
    const asked = [...this.#pictures].flatMap(([column, some]) =>
      some.addresses().map(({ address, rows }) => ({ column, address, rows })),
    );
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const some = asked.slice(at, at + AT_ONCE);
      const loaded = await Promise.all(some.map(({ address }) => loads(address)));
      for (const [index, { column, rows }] of some.entries()) {
        if (loaded[index]) continue;
        for (const known of rows) this.#found(known, { kind: "picture", column });
      }
    }
  }

  #found(known: KnownRow, problem: RowProblem): void {
    if (this.#tally.countTried(known, problem)) this.#withProblems += 1;
  }
}

function columnsOf({ columns, fields, mapping, cleanUps }: CheckPlan): CheckedColumn[] {
  return columns
    .map((header, index) => {
      const held = fields.filter(({ key }) => columnOf(mapping, key) === index);
      const kinds = cleanUps.filter(({ column }) => column === index).map(({ kind }) => kind);
      return checkedColumn(index, header, held, kinds);
    })
    .filter(({ fields: held, kind }) => held.length > 0 || kind === "email");
}

function columnOf(mapping: RowMapping, key: string): number | null {
  return Object.hasOwn(mapping, key) ? (mapping[key] ?? null) : null;
}

function byKind(a: CleanUp, b: CleanUp): number {
  return CLEAN_UPS.indexOf(a.kind) - CLEAN_UPS.indexOf(b.kind);
}
