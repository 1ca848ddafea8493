import type { Field } from "@/lib/template/field";
import { parseAddress } from "@/lib/template/parse-address";
import { parseDate } from "@/lib/template/parse-date";
import { parseNumber } from "@/lib/template/parse-number";
import { guessColumns } from "@/lib/template/sample-table";
import { isEmail } from "./is-email";

/**
 * Whether a first row names columns: it names a field, or nothing in it is a value. Years are names as
 * well, and some numbers may be, while dates and addresses stand under names.
 */
export function namesColumns(cells: readonly string[], fields: readonly Field[]): boolean {
  if (guessColumns(cells, fields).some((column) => column !== null)) return true;
  const filled = cells.filter((cell) => cell.trim() !== "");
  const numbers = filled.filter((cell) => isNumber(cell)).length;
  return filled.length > 0 && numbers * 2 <= filled.length && !filled.some(isValue);
}

function isNumber(cell: string): boolean {
  return parseNumber(cell, "en-US") !== null && !/^(19|20)\d\d$/.test(cell.trim());
}

function isValue(cell: string): boolean {
  const isAddress = cell.includes("/") && parseAddress(cell) !== null;
  const isDate = cell.trim().length > 4 && parseDate(cell, "en-US") !== null;
  return isEmail(cell) || isAddress || isDate;
}
