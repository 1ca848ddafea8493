import { AppError } from "@/lib/errors";
import { byteBlocks } from "./byte-blocks";
import { csvCells, type Separated } from "./csv-cells";
import { type Decoded, decodeText } from "./decode-text";
import { jsonCells } from "./json-cells";
import { listFormat } from "./list-format";
import { ColumnNames } from "./name-columns";
import { namesColumns } from "./names-columns";
import { peeked } from "./peeked";
import { ReadingNotes } from "./reading-notes";
import type { ListOptions, RowList } from "./row-list";
import { boundColumns, shapeRows } from "./shape-rows";
import { xlsxCells } from "./xlsx/xlsx-cells";

/**
 * Reads a list: delimited text in any of the encodings that spreadsheets write, Excel, JSON. Format, encoding, delimiter
 * and names of columns are found out; memory stays the same however many rows there are. Text that was pasted is a
 * file of UTF-8. Ends with a sentence, before or among the rows, where the bytes are no list or more than one may have.
 */
export async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  { name = "", fields = [], header, mostRows: most }: ListOptions = {},
): Promise<RowList> {
  const { first, all: blocks } = await peeked(byteBlocks(chunks));
  if (first === undefined) {
    throw new AppError(
      "invalid",
      "Expected a list with the names of columns and below them one row for each picture; the file is empty. Choose another.",
    );
  }
  const notes = new ReadingNotes();
  const columns = new ColumnNames(notes);
  const format = listFormat(first, name);
  const decoded: Decoded = { encoding: "utf-8" };
  const separated: Separated = { delimiter: "," };

  async function* rows(): AsyncGenerator<string[]> {
    if (format === "json") {
      yield* shapeRows(jsonCells(decodeText(blocks, decoded, notes), columns), columns, notes, {
        told: false,
        most,
      });
      return;
    }
    const cells =
      format === "xlsx"
        ? xlsxCells(await wholeOf(blocks), notes)
        : csvCells(decodeText(blocks, decoded, notes), separated, notes);
    yield* shapeRows(await withoutHeader(withText(cells)), columns, notes, { told: format === "csv", most });
  }

  async function withoutHeader(all: AsyncIterable<string[]>): Promise<AsyncIterable<string[]>> {
    const { first: top = [], all: rest } = await peeked(all);
    const end = top.findLastIndex((cell) => cell.trim() !== "") + 1;
    boundColumns(end);
    if (header ?? namesColumns(top, fields)) {
      for (const cell of top.slice(0, end)) columns.add(cell.replaceAll("\0", ""));
      return afterFirst(rest);
    }
    notes.add("noHeader");
    columns.fill(end);
    return rest;
  }

  // The first row is read at once, so that what is wrong with a file is told before anything is made of it.
  const { all } = await peeked(rows());
  return {
    format,
    get encoding() {
      return format === "xlsx" ? null : decoded.encoding;
    },
    delimiter: format === "csv" ? separated.delimiter : null,
    columns: columns.names,
    notes: () => notes.sentences(),
    rows: all,
  };
}

/** The rows from the first that has text. */
async function* withText(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let begun = false;
  for await (const cells of rows) {
    begun ||= cells.some((cell) => /[^\s\0]/.test(cell));
    if (begun) yield cells;
  }
}

async function* afterFirst(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let isFirst = true;
  for await (const cells of rows) {
    if (!isFirst) yield cells;
    isFirst = false;
  }
}

async function wholeOf(blocks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const block of blocks) all.push(block);
  return Buffer.concat(all);
}
