/**
 * What a spreadsheet may take for the beginning of a formula, its full-width forms included, or for what hides one
 * (OWASP ASVS 5.0, 1.2.10).
 */
const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One line of a CSV file (RFC 4180), with its CRLF. Unless it is `raw`, for programs, a cell that a spreadsheet could run
 * gets an apostrophe in front.
 */
export function csvRow(cells: readonly string[], { raw = false } = {}): string {
  return `${cells.map((cell) => quoted(raw || !FORMULA.test(cell) ? cell : `'${cell}`)).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
