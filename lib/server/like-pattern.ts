/** Text as it stands in an SQL LIKE pattern, where `%` and `_` match anything. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
