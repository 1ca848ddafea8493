/** Letters that are written from right to left: Hebrew, Arabic and their relatives (UAX 9, classes R and AL). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * The value as a unit of its own for the order of letters: without that, the points of "محمد, 250 points" would
 * come to stand on the other side of the name. Each line is put between a first strong isolate and its end
 * (U+2068, U+2069), which draw nothing.
 */
export function isolateValue(value: string): string {
  return value
    .split("\n")
    .map((line) => (line === "" ? line : `\u2068${line}\u2069`))
    .join("\n");
}
