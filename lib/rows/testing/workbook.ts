import { strToU8, type Zippable, zipSync } from "fflate";

type Cell = string | number | { raw: string };

/** What a test's workbook holds besides its rows. */
export type WorkbookParts = {
  /** Attributes of `workbookPr`. */
  properties?: string;
  /** Codes of number formats; style 1 is the first. */
  formats?: string[];
  sheets?: string;
  /** Replaces or adds files. */
  files?: Record<string, string | Uint8Array>;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook as Excel packs one: texts shared, numbers with a style (`[number, style]` through `raw`). */
export function workbook(rows: readonly (readonly Cell[])[], parts: WorkbookParts = {}): Uint8Array {
  const texts: string[] = [];
  const data = rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, place(x, y), texts)).join("")}</row>`,
    )
    .join("");
  const formats = parts.formats ?? [];
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${HEAD}<Types/>`,
    "xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="r"><workbookPr ${parts.properties ?? ""}/><sheets>${
      parts.sheets ?? '<sheet name="People" sheetId="1" r:id="rId1"/>'
    }</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet ${MAIN}><sheetData>${data}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `${HEAD}<styleSheet ${MAIN}><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`)
      .join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    ...parts.files,
  };
  const zippable: Zippable = {};
  for (const [name, file] of Object.entries(files))
    zippable[name] = typeof file === "string" ? strToU8(file) : file;
  return zipSync(zippable);
}

function cellXml(cell: Cell, r: string, texts: string[]): string {
  if (typeof cell === "number") return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return cell.raw.replace("<c", `<c r="${r}"`);
  if (cell === "") return "";
  return `<c r="${r}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
}

function place(x: number, y: number): string {
  const letter = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
  return `${letter(x)}${y + 1}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
