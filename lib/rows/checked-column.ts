import { isLiteralTag } from "@/lib/link/literal-tag";
import { isBlank } from "@/lib/template/clean-value";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { parseAddress } from "@/lib/template/parse-address";
import { parseDate } from "@/lib/template/parse-date";
import { parseNumber } from "@/lib/template/parse-number";
import { kindOfHeader } from "@/lib/template/sample-table";
import { type ValueKind, valueKindOf } from "@/lib/template/value-kind";
import { valueProblem } from "@/lib/template/value-problem";
import type { RowProblemKind } from "./check-report";
import { type CleanUpKind, cleanCell } from "./clean-up";
import { isEmail } from "./is-email";

const NAMES: ReadonlySet<ValueKind> = new Set(["firstName", "lastName", "fullName"]);
const CASED: ReadonlySet<ValueKind> = new Set([...NAMES, "company", "place"]);
/** Capitals that companies and places have for a name: IBM, BMW, USA. */
const SHORT_NAME = 4;

/** A column with what its cells are for. */
export type CheckedColumn = {
  index: number;
  /** Fields that it holds; none: only e-mail addresses in it are looked at. */
  fields: Field[];
  kind: ValueKind;
  locale: string;
  /** The clean-ups that its cells go through, in order. */
  cleanUps: CleanUpKind[];
};

export function checkedColumn(
  index: number,
  header: string,
  fields: Field[],
  cleanUps: CleanUpKind[],
): CheckedColumn {
  const [first] = fields;
  const own = first ? valueKindOf(first) : "words";
  const kind = own === "words" ? kindOfHeader(header) : own;
  return { index, fields, kind, locale: first?.format.locale ?? DEFAULT_FORMAT.locale, cleanUps };
}

/** The cell after the clean-ups of its column. */
export function cleanedCell(cell: string, { cleanUps, locale }: CheckedColumn): string {
  return cleanUps.reduce((text, kind) => cleanCell(text, kind, locale), cell);
}

/** What is wrong with a cell, clean-ups done. `unlike` is said of a column only when it has ended. */
export function cellProblems(cell: string, column: CheckedColumn): RowProblemKind[] {
  const { fields, kind } = column;
  const isForPictures = fields.length > 0;
  if (isBlank(cell)) return isForPictures ? ["blank"] : [];
  if (isForPictures && isLiteralTag(cell)) return ["tag"];
  const problems: RowProblemKind[] = [];
  if (fields.some((field) => field.type !== "text" && valueProblem(cell, field) !== null))
    problems.push("type");
  else if (kind === "email" && !isEmail(cell)) problems.push("email");
  if (!isForPictures) return problems;
  const isCased = fields.some(({ type, format }) => type === "text" && format.case === "none");
  const wrong = isCased ? wrongCase(cell, kind) : null;
  if (wrong) problems.push(wrong);
  if (/^\s|\s$|\s\s/u.test(cell)) problems.push("spaces");
  return problems;
}

/** The clean-ups that would mend something of a cell. */
export function mendingCleanUps(
  cell: string,
  problems: readonly RowProblemKind[],
  column: CheckedColumn,
): CleanUpKind[] {
  const kinds: CleanUpKind[] = [];
  if (problems.includes("spaces")) kinds.push("spaces");
  const isWrong = problems.includes("upper") || problems.includes("lower");
  if (isWrong && cleanCell(cell, "name", column.locale) !== cell) kinds.push("name");
  if (column.kind === "firstName" && /\S\s+\S/u.test(cell)) kinds.push("first_word");
  return kinds;
}

/** Whether a text reads as what its column is about; null where any text does. */
export function isLikeColumn(cell: string, { kind, locale, fields }: CheckedColumn): boolean | null {
  if (fields.some(({ type }) => type !== "text")) return null;
  if (kind === "amount") return parseNumber(cell, locale) !== null;
  if (kind === "day") return parseDate(cell, locale) !== null;
  if (kind === "address" || kind === "picture") return parseAddress(cell) !== null;
  return null;
}

function wrongCase(cell: string, kind: ValueKind): "upper" | "lower" | null {
  if (!CASED.has(kind)) return null;
  const letters = cell.replace(/\P{L}/gu, "");
  const [upper, lower] = [cell.toUpperCase(), cell.toLowerCase()];
  if (upper === lower) return null;
  if (cell === upper) return letters.length > (NAMES.has(kind) ? 1 : SHORT_NAME) ? "upper" : null;
  return cell === lower && NAMES.has(kind) ? "lower" : null;
}
