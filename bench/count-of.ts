/** A whole number from the command line. @throws a sentence for anything else */
export function countOf(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number from 1, not "${text}".`);
}
