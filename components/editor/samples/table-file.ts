/** Largest file that is read as a table, bytes. */
export const LARGEST_TABLE = 20_000_000;

/** Whether a file looks like a table of text by its name or type. */
export function isTableFile({ name, type }: Pick<File, "name" | "type">): boolean {
  return /\.(csv|tsv|tab|txt)$/i.test(name) || /^text\/(csv|tab-separated-values|plain)$/.test(type);
}
