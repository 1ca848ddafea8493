/** Names of columns with addresses in the languages lists come in, the surest first. */
const NAMES = [/^e-?mail$/, /^e-?mail[ _-]?(address|adresse)?$/, /e-?mail|correo|courriel|メール|邮箱|почта/];

/** Which column holds e-mail addresses, by its name; -1: none says so. */
export function guessColumn(columns: readonly string[]): number {
  const names = columns.map((column) => column.trim().toLowerCase());
  for (const name of NAMES) {
    const found = names.findIndex((each) => name.test(each));
    if (found >= 0) return found;
  }
  return -1;
}
