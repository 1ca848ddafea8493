/**
 * First letters of the first and the last word, upper case; one letter for one word. Words without a letter or
 * a digit are passed over; a name without any gives a middle dot.
 */
export function initials(name: string): string {
  const words = name
    .split(/[\s\p{Pd}]+/u)
    .map((word) => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0])
    .filter((letter): letter is string => letter !== undefined);
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return `${first ?? "·"}${last ?? ""}`.toLocaleUpperCase();
}
