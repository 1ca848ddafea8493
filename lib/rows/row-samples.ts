import type { RowProblem } from "./check-report";
import { textHash } from "./text-hash";

/** A row that was kept, with what is wrong with it already. */
export type KnownRow = { row: number; problems: RowProblem[] };
export type SampledRow = KnownRow & { values: Record<string, string> };

/** Rows kept for each field, and addresses kept for each column. */
const LONGEST = 24;
const ADDRESSES = 40;
const ROWS_OF_ADDRESS = 5;

/** Keeps, for each field, the rows with its longest values: if those fit into their layers, the shorter ones do. */
export class LongestValues {
  readonly #rowsOf = new Map<string, { length: number; sample: SampledRow }[]>();

  add(known: KnownRow, values: Record<string, string>): void {
    let sample: SampledRow | null = null;
    for (const [key, { length }] of Object.entries(values)) {
      const kept = this.#rowsOf.get(key) ?? [];
      this.#rowsOf.set(key, kept);
      const last = kept.at(-1);
      if (kept.length === LONGEST && last && length <= last.length) continue;
      if (kept.some(({ sample: { values: others } }) => others[key] === values[key])) continue;
      sample ??= { ...known, values };
      kept.push({ length, sample });
      kept.sort((a, b) => b.length - a.length || a.sample.row - b.sample.row);
      if (kept.length > LONGEST) kept.pop();
    }
  }

  /** By field, longest first. */
  samples(): Map<string, SampledRow[]> {
    return new Map([...this.#rowsOf].map(([key, kept]) => [key, kept.map(({ sample }) => sample)]));
  }
}

/** Keeps some of a column's different addresses, each as likely as any other, whatever their order, and where they stand. */
export class SomeAddresses {
  #kept: { hash: number; address: string; rows: KnownRow[] }[] = [];

  add(row: KnownRow, address: string): void {
    const hash = textHash(address);
    const same = this.#kept.find((each) => each.hash === hash);
    if (same) {
      if (same.rows.length < ROWS_OF_ADDRESS) same.rows.push(row);
      return;
    }
    const last = this.#kept.at(-1);
    if (this.#kept.length === ADDRESSES && last && hash > last.hash) return;
    this.#kept.push({ hash, address, rows: [row] });
    this.#kept.sort((a, b) => a.hash - b.hash);
    this.#kept = this.#kept.slice(0, ADDRESSES);
  }

  addresses(): { address: string; rows: KnownRow[] }[] {
    return this.#kept.map(({ address, rows }) => ({ address, rows }));
  }
}
