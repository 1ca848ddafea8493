import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/template/limits";
import { countCharacters } from "../count-characters";
import { damaged } from "./damaged";
import { BUILT_IN_FORMATS } from "./number-formats";
import { readXml, type XmlHandlers } from "./read-xml";
import { unpackEntry } from "./unpack-entry";
import type { ZipEntry } from "./zip-entries";

const MOST_SMALL = 8 * 1024 * 1024;
const MOST_TEXTS = 128 * 1024 * 1024;
const MOST_SHARED = 2_000_000;

/** What a sheet needs besides itself. */
export type Workbook = {
  sheet: ZipEntry;
  sheetName: string;
  hasMore: boolean;
  dates1904: boolean;
  sharedTexts: string[];
  /** Codes of number formats by style. */
  formats: string[];
};

/** Reads which sheet is the first that is shown, and what its cells refer to. */
export async function readWorkbook(zip: Buffer, entries: ReadonlyMap<string, ZipEntry>): Promise<Workbook> {
  const book = entries.get("xl/workbook.xml");
  if (!book) throw damaged("a ZIP file without a workbook in it");
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let dates1904 = false;
  await readAll(zip, book, MOST_SMALL, {
    open: (name, attributes) => {
      if (name === "workbookPr") dates1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? "";
      sheets.push({ name: attributes.name ?? "", id, hidden: /hidden/i.test(attributes.state ?? "") });
    },
  });
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  if (!first) throw damaged("a workbook without a sheet");
  const targets = new Map<string, string>();
  const relations = entries.get("xl/_rels/workbook.xml.rels");
  if (relations) {
    await readAll(zip, relations, MOST_SMALL, {
      open: (name, { Id = "", Target = "" }) => {
        if (name === "Relationship")
          targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
      },
    });
  }
  const sheet = entries.get(targets.get(first.id) ?? "xl/worksheets/sheet1.xml");
  if (!sheet) throw damaged("a workbook whose first sheet is missing");
  return {
    sheet,
    sheetName: first.name,
    hasMore: sheets.length > 1,
    dates1904,
    sharedTexts: await readSharedTexts(zip, entries.get("xl/sharedStrings.xml")),
    formats: await readFormats(zip, entries.get("xl/styles.xml")),
  };
}

async function readSharedTexts(zip: Buffer, entry: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (!entry) return texts;
  const count = countCharacters();
  let text = "";
  let inText = false;
  /** How a text is pronounced stands beside it. */
  let inPhonetic = false;
  await readAll(zip, entry, MOST_TEXTS, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") inPhonetic = true;
      inText = name === "t" && !inPhonetic;
    },
    text: (part) => {
      // One unit more than a value holds tells the reader of rows that it is cut.
      if (inText) text = (text + part).slice(0, LIMITS.value + 1);
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") inPhonetic = false;
      if (name !== "si") return;
      count([text]);
      texts.push(text);
      if (texts.length > MOST_SHARED) {
        throw new AppError(
          "too_large",
          `Expected at most ${MOST_SHARED.toLocaleString("en")} texts in a spreadsheet, got more. Save the one sheet as “CSV UTF-8” and try that file.`,
        );
      }
    },
  });
  return texts;
}

async function readFormats(zip: Buffer, entry: ZipEntry | undefined): Promise<string[]> {
  const formats: string[] = [];
  if (!entry) return formats;
  const own = new Map<number, string>();
  let inCells = false;
  await readAll(zip, entry, MOST_SMALL, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") own.set(Number(numFmtId), formatCode.slice(0, 255));
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells)
        formats.push(own.get(Number(numFmtId)) ?? BUILT_IN_FORMATS.get(Number(numFmtId)) ?? "General");
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

async function readAll(zip: Buffer, entry: ZipEntry, most: number, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(unpackEntry(zip, entry, most), handlers));
}
