import { isEmail } from "@/lib/rows/is-email";
import type { TableList } from "./table-list";

/** Rows that are looked at. */
const LOOKED_AT = 200;
const SHOWN = 5;

export type ListPreview = {
  columns: string[];
  /** The first rows. */
  rows: string[][];
  /** A guess by which column rows are found, and how. */
  keyColumn: string | null;
  keyKind: "plain" | "email";
};

/** Names of columns that rows are found by, the likeliest first. */
const KEY_NAMES = [
  /^(e-?mail|mail|email[ _-]?address|e-?mail-?adresse)$/i,
  /^(subscriber|contact|customer|member|user|profile|account)?[ _-]?(id|key|hash|uuid|number|no)$/i,
];

/** Looks at the beginning of a list, to say what its columns are and which may be its key. */
export async function previewList(list: TableList): Promise<ListPreview> {
  const rows: string[][] = [];
  for await (const cells of list.rows) {
    rows.push([...cells]);
    if (rows.length >= LOOKED_AT) break;
  }
  const columns = [...list.columns];
  const values = (column: number) => rows.map((cells) => cells[column]?.trim() ?? "");
  // A key says something in nearly every row, and not the same twice.
  const telling = columns.map((_, column) => {
    const said = values(column).filter(Boolean);
    return said.length >= rows.length * 0.9 && new Set(said).size === said.length;
  });
  const emails = columns.map((_, column) => {
    const said = values(column).filter(Boolean);
    return said.length > 0 && said.filter(isEmail).length >= said.length * 0.9;
  });
  const candidates = [
    columns.findIndex((_, at) => telling[at] && emails[at]),
    ...KEY_NAMES.map((pattern) => columns.findIndex((name, at) => telling[at] && pattern.test(name.trim()))),
    telling.indexOf(true),
  ];
  const found = candidates.find((at) => at >= 0);
  return {
    columns,
    rows: rows.slice(0, SHOWN).map((cells) => columns.map((_, at) => cells[at] ?? "")),
    keyColumn: found === undefined ? null : (columns[found] ?? null),
    keyKind: found !== undefined && emails[found] ? "email" : "plain",
  };
}
