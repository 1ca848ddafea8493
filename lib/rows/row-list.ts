import type { Field } from "@/lib/template/field";

/** A list as it is read: its rows come one by one, and what is told about them is whole after the last one. */
export type RowList = {
  readonly format: "csv" | "xlsx" | "json";
  /** Such as `utf-8`; null where the format says it. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Names of columns, each of its own; rows that are longer than the first add some. */
  readonly columns: readonly string[];
  /** What was mended or noticed until now, in sentences. */
  notes(): string[];
  /** Cells by column; a row may have fewer than there are columns. To be read once. */
  rows: AsyncIterable<string[]>;
};

export type ListOptions = {
  /** Name of the file: its ending tells JSON, and nothing else. */
  name?: string;
  /** Fields that the rows are for: a first row that names them is no row. */
  fields?: readonly Field[];
  /** Whether the first row names the columns; absent: as it looks. */
  header?: boolean;
  /** Most rows; absent: as many as a batch may have. */
  mostRows?: number;
};
