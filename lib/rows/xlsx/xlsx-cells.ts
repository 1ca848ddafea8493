import { LIMITS } from "@/lib/template/limits";
import type { ReadingNotes } from "../reading-notes";
import { boundColumns } from "../shape-rows";
import { damaged } from "./damaged";
import { readWorkbook, type Workbook } from "./read-parts";
import { readXml } from "./read-xml";
import { shownNumber } from "./shown-number";
import { unpackEntry } from "./unpack-entry";
import { zipEntries } from "./zip-entries";

/** Bytes of a sheet as XML: 100,000 rows of 50 cells take some 200 MB. */
const MOST_SHEET = 512 * 1024 * 1024;
/** Columns that spreadsheets have. */
const MOST_CELLS = 16_384;

/**
 * Rows of the first sheet that is shown, cells as a person sees them. The file is held as it is, packed; its texts that
 * cells share are held whole, the sheet passes by piece by piece.
 */
export async function* xlsxCells(zip: Buffer, notes: ReadingNotes): AsyncGenerator<string[]> {
  const book = await readWorkbook(zip, zipEntries(zip));
  if (book.hasMore) notes.add("sheets", 0, book.sheetName);
  const sheet = new SheetRows(book, notes);
  for await (const _ of readXml(unpackEntry(zip, book.sheet, MOST_SHEET), sheet)) yield* sheet.take();
}

class SheetRows {
  #rows: string[][] = [];
  #row: string[] = [];
  #count = 0;
  #column = 0;
  /** Where a cell stands that says nothing of its place. */
  #next = 0;
  #type = "";
  #style = 0;
  #value = "";
  #inValue = false;
  #inPhonetic = false;

  constructor(
    private readonly book: Workbook,
    private readonly notes: ReadingNotes,
  ) {}

  take(): string[][] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "row") {
      this.#row = [];
      this.#next = 0;
    } else if (name === "c") {
      this.#column = columnOf(attributes.r) ?? this.#next;
      this.#type = attributes.t ?? "n";
      this.#style = Number(attributes.s ?? 0);
      this.#value = "";
    } else if (name === "rPh") this.#inPhonetic = true;
    else this.#inValue = name === "v" || (name === "t" && !this.#inPhonetic);
  }

  text(text: string): void {
    if (this.#inValue) this.#value = (this.#value + text).slice(0, LIMITS.value + 1);
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#inValue = false;
    else if (name === "rPh") this.#inPhonetic = false;
    else if (name === "c") {
      if (this.#column >= MOST_CELLS) throw damaged("one with more columns than spreadsheets have");
      const shown = this.#shown();
      this.#next = this.#column + 1;
      // What nobody sees fills no row: a place far to the right would cost thousands of cells.
      if (!/[^\s\0]/.test(shown)) return;
      boundColumns(this.#next);
      while (this.#row.length < this.#column) this.#row.push("");
      this.#row[this.#column] = shown;
    } else if (name === "row") {
      this.#rows.push(this.#row);
      this.#count += 1;
    }
  }

  #shown(): string {
    switch (this.#type) {
      case "s":
        return this.book.sharedTexts[Number(this.#value)] ?? "";
      case "b":
        return this.#value === "" ? "" : this.#value === "1" ? "TRUE" : "FALSE";
      case "e":
        this.notes.add("errors", this.#count, this.#value);
        return "";
      case "n":
        return shownNumber(this.#value, this.book.formats[this.#style] ?? "General", this.book.dates1904);
      case "d":
        return this.#value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2").replace(/ 00:00$/, "");
      default:
        return unescaped(this.#value);
    }
  }
}

/** Column, from 0, of a place such as `AB12`. */
function columnOf(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Signs that XML cannot hold are written `_x000D_` in texts. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
